/**
 * Whose address to count attempts under. Next fills x-forwarded-for in from the socket when it is absent, and the
 * server drops what a client sent of it unless TRUST_PROXY is set: then the last entry is the one that the trusted
 * proxy wrote, and what stands before it is hearsay.
 */
export function clientAddress(headers: Headers): string {
  const address = (headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() || 'unknown'
  return address.includes(':') ? networkOf(address) : address
}

/** An IPv6 subscriber owns a /64 at least: one address of it is as good as another. IPv4 inside IPv6 is IPv4. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]
  const [head, tail] = address.split('%')[0].split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean)
  if (tail !== undefined) while (groups.length + after.length < 8) groups.push('0')
  return [...groups, ...after]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
    .concat('::/64')
}
