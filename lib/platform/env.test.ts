import { describe, expect, it } from 'vitest'
import { parseEnvironment } from './env'

describe('the environment', () => {
  it('needs nothing to be set', () => {
    expect(parseEnvironment({})).toMatchObject({
      HOST: '0.0.0.0',
      PORT: 3000,
      DATA_DIR: 'data',
      TRUST_PROXY: false,
    })
  })

  it('takes an empty value for an unset one, as compose files write it', () => {
    expect(parseEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
  })

  it('drops the slash that people write after PUBLIC_URL', () => {
    expect(parseEnvironment({ PUBLIC_URL: 'https://unroll.example.org/' }).PUBLIC_URL).toBe(
      'https://unroll.example.org',
    )
  })

  it.each([
    [{ PORT: 'http' }, /PORT must be a number/],
    [{ PORT: '70000' }, /PORT must be at most 65535/],
    [{ PORT: ' ' }, /PORT must be a number/],
    [{ PORT: '1e3' }, /PORT must be a number/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with postgresql:/],
    [{ DATABASE_URL: 'postgresql://localhost:99999/x' }, /DATABASE_URL must be like .* at most 65535/],
    [{ DATABASE_URL: 'postgresql://me:a#b@localhost/x' }, /DATABASE_URL must be like .*%23/],
    [{ DATABASE_URL: 'postgresql://me:1#b@localhost/x' }, /DATABASE_URL must be like .*%23/],
    [{ DATABASE_URL: 'postgresql://me:1/b@localhost/x' }, /DATABASE_URL must be like .*%2F/],
    [{ DATABASE_URL: 'postgresql://me:%ff@localhost/x' }, /DATABASE_URL must be like .*%25/],
    [{ TRUST_PROXY: 'perhaps' }, /TRUST_PROXY must be yes or no/],
    [{ PUBLIC_URL: 'unroll.example.org' }, /PUBLIC_URL must be an address/],
    [{ SESSION_SECRET: 'short' }, /SESSION_SECRET must have at least 32/],
    [{ OIDC_ISSUER: 'https://id.example.org' }, /must be set together/],
    [{ SMTP_URL: 'smtp://mail' }, /PUBLIC_URL must be set when mail is used/],
  ])('refuses %j in one sentence', (source, sentence) => {
    expect(() => parseEnvironment(source)).toThrow(sentence)
  })

  it.each([
    'postgresql://me:a%23b@localhost:5432/x?sslmode=require',
    'postgres://[::1]/x',
    'postgresql:///x',
    'postgresql://me@/x?host=/var/run/postgresql', // a socket, as libpq writes it
  ])('takes %s for a database', (DATABASE_URL) => {
    expect(parseEnvironment({ DATABASE_URL })).toMatchObject({ DATABASE_URL })
  })

  it('names every bad value at once', () => {
    expect(() => parseEnvironment({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/PORT .*LOG_LEVEL /)
  })
})
