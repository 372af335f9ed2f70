import { fail, ok, type Result } from '@/lib/core/result'
import type { Tables } from '@/lib/store/tables'

/** What pictures may take up: of one deck, and of all decks that one person owns. */
export const MAX_DECK_IMAGES = 1_000
export const MAX_DECK_IMAGE_BYTES = 200 * 1024 * 1024
export const MAX_OWNED_IMAGE_BYTES = 500 * 1024 * 1024

/** After the pictures were linked to the deck: whether it is too much now is for the whole transaction. */
export async function fitsImageQuota(
  tables: Tables,
  ownerId: string | null,
  deckId: string,
): Promise<Result<undefined>> {
  const ofDeck = await tables.deckMedia.measureDeck(deckId)
  if (ofDeck.count > MAX_DECK_IMAGES || ofDeck.bytes > MAX_DECK_IMAGE_BYTES)
    return fail('invalid', { reason: 'deck-images-full' })
  const owned = ownerId === null ? 0 : await tables.deckMedia.measureOwned(ownerId)
  return owned > MAX_OWNED_IMAGE_BYTES ? fail('invalid', { reason: 'own-images-full' }) : ok(undefined)
}
