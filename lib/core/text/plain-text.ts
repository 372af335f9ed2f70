/**
 * What somebody typed for somebody else to read, as plain text: without controls (a NUL cannot be stored on PostgreSQL),
 * without the marks that turn the direction of what follows and so disguise it (Unicode TR 36, section 3.5), without
 * halves of surrogate pairs; lines end in \n.
 */
export function plainText(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
}
