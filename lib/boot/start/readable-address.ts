/**
 * Whether an address can be read at all: Next answers 500 to a path that decodes to nothing, and a database has no
 * row whose key holds the character NUL.
 */
export function isReadableAddress(address: string): boolean {
  if (address.includes('%00')) return false
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}
