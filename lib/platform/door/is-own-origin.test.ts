import { describe, expect, it } from 'vitest'
import { isOwnOrigin } from './is-own-origin'

const own = (headers: Record<string, string>, publicUrl?: string) =>
  isOwnOrigin(new Headers({ host: 'unroll.lan:3000', ...headers }), publicUrl)

describe('a write comes from our own page', () => {
  it.each([
    [{ origin: 'http://unroll.lan:3000' }],
    [{ origin: 'https://unroll.lan:3000' }], // TLS ends at a proxy
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://unroll.lan:3000', 'sec-fetch-site': 'same-origin' }],
  ])('%o', (headers) => expect(own(headers)).toBe(true))

  it.each([
    [{}],
    [{ origin: 'http://evil.example' }],
    [{ origin: 'http://unroll.lan' }],
    [{ origin: 'http://unroll.lan:3001' }],
    [{ origin: 'http://unroll.lan:3000.evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'file://' }],
    [{ origin: 'http://unroll.lan:3000', 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }],
  ])('not with %o', (headers) => expect(own(headers)).toBe(false))

  it('or from the public address, where a proxy changes the host', () => {
    expect(own({ origin: 'https://unroll.example' }, 'https://unroll.example')).toBe(true)
    expect(own({ origin: 'https://unroll.example.evil' }, 'https://unroll.example')).toBe(false)
  })
})
