import { createHash } from 'node:crypto'

const PREFIX = 'anki.'
const HASHED = 'anki-'
const MAX_KEY = 80

/**
 * The key here of a note that another program knows by `guid`, which may hold any sign: what a key may not hold is
 * written as `_` and two hexadecimal digits a byte, so that `guidOfKey` gives the very guid back. Where that would be
 * too long, a hash of it.
 */
export function keyOfGuid(guid: string): string {
  const bytes = new TextEncoder().encode(guid)
  const written = [...bytes].map((byte) => {
    const sign = String.fromCharCode(byte)
    return /[A-Za-z0-9-]/.test(sign) ? sign : `_${byte.toString(16).padStart(2, '0')}`
  })
  const key = PREFIX + written.join('')
  return guid !== '' && key.length <= MAX_KEY ? key : HASHED + hashOf(guid)
}

/** The guid that `keyOfGuid` was given, or null for a key of our own. */
export function guidOfKey(key: string): string | null {
  if (!key.startsWith(PREFIX)) return null
  const bytes: number[] = []
  for (let at = PREFIX.length; at < key.length; at++) {
    if (key[at] !== '_') {
      bytes.push(key.charCodeAt(at))
      continue
    }
    const byte = Number.parseInt(key.slice(at + 1, at + 3), 16)
    if (Number.isNaN(byte)) return null
    bytes.push(byte)
    at += 2
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** One note of another program may become several here: the others are named by their card. */
export const keyOfPart = (key: string, ord: number): string =>
  ord === 0 ? key : key.length + 3 <= MAX_KEY ? `${key}.${ord}` : `${HASHED}${hashOf(`${key} ${ord}`)}`

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
