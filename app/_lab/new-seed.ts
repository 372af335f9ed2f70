/** A short seed for a link. getRandomValues also exists on plain http, where randomUUID does not. */
export function newSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5))
  return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('')
}
