import { describe, expect, it } from 'vitest'
import { OperatorError } from '@/lib/platform/operator-error'
import { explainDatabaseError } from './explain-database-error'

const errorWith = (message: string, code?: string) => Object.assign(new Error(message), code && { code })

describe('why PostgreSQL cannot be used', () => {
  const explain = (error: unknown, url = 'postgresql://me:hush%23hush@db.example.org:5433/deck%20house') =>
    explainDatabaseError(error, { kind: 'postgres', url })

  it.each([
    ['ECONNREFUSED', /nothing answers at db\.example\.org:5433\.$/],
    ['3D000', /it has no database deck house\.$/],
    // Of a code that nobody foresaw the driver's own words are given.
    ['57P03', /cannot be used: the driver said so \(57P03\)\.$/],
  ])('%s is a sentence', (code, sentence) => {
    expect(explain(errorWith('the driver said so', code))).toBeInstanceOf(OperatorError)
    expect(explain(errorWith('the driver said so', code))).toMatchObject({
      message: expect.stringMatching(sentence),
    })
  })

  it('is a sentence where the driver gives no code, and where the address cannot be read', () => {
    const noSsl = errorWith('The server does not support SSL connections')
    expect(explain(noSsl)).toMatchObject({
      message: 'PostgreSQL at DATABASE_URL cannot be used: The server does not support SSL connections.',
    })
    for (const url of ['postgresql://localhost:99999/x', 'postgresql://me:a#b@localhost/x'])
      expect(explain(errorWith('Invalid URL', 'ERR_INVALID_URL'), url)).toBeInstanceOf(OperatorError)
    expect(explain(errorWith('', 'ECONNREFUSED'), 'postgresql://me@/x?host=/run/pg')).toMatchObject({
      message: expect.stringContaining('nothing answers at /run/pg.'),
    })
  })

  it('is a sentence where the schema engine may not create tables', () => {
    const error = Object.assign(new Error('ERROR: permission denied for schema public\n   0: sql_schema_'), {
      name: 'SchemaConnectorError',
    })
    expect(explain(error)).toMatchObject({ message: expect.stringMatching(/may not create tables there\.$/) })
  })

  it('never tells the password', () => {
    const told = explain(errorWith('no use for hush#hush\nor hush%23hush', 'XX000'))
    expect(told).toMatchObject({ message: expect.not.stringMatching(/hush|\n/) })
  })

  it('leaves a fault of our own as it is', () => {
    const fault = new TypeError('x is not a function')
    expect(explain(fault)).toBe(fault)
  })
})

it('a code of SQLite that nobody foresaw is a sentence with its file', () => {
  const told = explainDatabaseError(errorWith('disk I/O error', 'SQLITE_IOERR'), {
    kind: 'sqlite',
    file: '/data/unroll.db',
  })
  expect(told).toBeInstanceOf(OperatorError)
  expect(told).toMatchObject({ message: '/data/unroll.db cannot be used: disk I/O error (SQLITE_IOERR).' })
})
