/** Statistics count by it, so it is never that of a slip that was there before. `randomUUID` is not there over plain http. */
export function newSlipKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5))
  return `slip-${Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')}`
}
