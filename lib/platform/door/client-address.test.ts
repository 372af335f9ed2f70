import { expect, it } from 'vitest'
import { clientAddress } from './client-address'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7', '203.0.113.7'], // what stands before the proxy's own entry is the client's word
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:0db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', 'unknown'],
])('%s counts as %s', (header, address) => {
  expect(clientAddress(new Headers(header === '' ? {} : { 'x-forwarded-for': header }))).toBe(address)
})
