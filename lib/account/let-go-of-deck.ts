import type { Tables } from '@/lib/store/tables'
import { audit } from './audit'

/**
 * Withdraws a deck for its owner, and tells it: once of the deck, and once of each co-author who lost it. False when it
 * is not theirs any more.
 */
export async function letGoOfDeck(
  tables: Tables,
  { deckId, ownerId, detail }: { deckId: string; ownerId: string; detail?: unknown },
  now: number,
): Promise<boolean> {
  const memberIds = await tables.decks.withdraw(deckId, ownerId, now)
  if (memberIds === null) return false
  await audit(tables, { actorId: ownerId, verb: 'deck-withdrawn', deckId, detail }, now)
  for (const personId of memberIds)
    await audit(tables, { actorId: ownerId, verb: 'member-removed', deckId, personId }, now)
  return true
}
