import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@/lib/core/ids'

/** A new row's id: sorts by time, guessed by nobody. */
export function newId(now: number): string {
  return uuidV7(now, randomBytes(16))
}
