/** A code as it stands in an address; one that cannot be read is taken as it is, and is then no code. */
export function readCodeParam(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
