import { randomInt } from 'node:crypto'

const LETTERS = 'bcdfghjkmnpqrstvwxz23456789' // no vowels: no words by chance; nothing that looks like another

/** An address for a person's deck: its key, and enough chance that no two meet and none is guessed from the key. */
export function newSlug(key: string): string {
  const chance = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${key.slice(0, 48).replace(/-+$/, '')}-${chance}`
}
