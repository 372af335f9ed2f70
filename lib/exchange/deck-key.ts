import { createHash } from 'node:crypto'

const MAX_KEY = 64

/** A key for a deck that has only a name: its letters where there are some, and a hash where they would not tell it apart. */
export function deckKeyOf(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_KEY - 10)
    .replace(/-+$/g, '')
  const isTold = letters !== '' && /^[\x20-\x7E]*$/.test(name) && letters.length === name.trim().length
  if (isTold) return letters
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return letters === '' ? `deck-${hash}` : `${letters}-${hash}`
}
