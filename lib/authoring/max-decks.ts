import { fail, ok, type Result } from '@/lib/core/result'
import type { Tables } from '@/lib/store/tables'

/** Decks that one person owns, however they came by them. */
export const MAX_DECKS = 200

/** The first thing in the transaction that adds a deck: of two at once the second sees what the first added. */
export async function takeRoomForDeck(tables: Tables, ownerId: string): Promise<Result<undefined>> {
  await tables.users.take(ownerId)
  const owned = await tables.decks.countOwned(ownerId)
  return owned >= MAX_DECKS ? fail('invalid', { reason: 'too-many-decks' }) : ok(undefined)
}
