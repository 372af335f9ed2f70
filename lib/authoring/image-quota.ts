import { fail, ok, type Failure, type Result } from '@/lib/core/result'
import type { Tables } from '@/lib/store/tables'

/** What pictures may take up: of one deck, and of all decks that one person owns. */
export const MAX_DECK_IMAGES = 1_000
export const MAX_DECK_IMAGE_BYTES = 200 * 1024 * 1024
export const MAX_OWNED_IMAGE_BYTES = 500 * 1024 * 1024

const FULL = ['deck-images-full', 'own-images-full'] as const

const full = (reason: (typeof FULL)[number]): Failure => fail('invalid', { reason })

/** Whether it was refused for its pictures alone. */
export const isImagesFull = ({ detail }: Failure): boolean => FULL.includes(Object(detail).reason)

/** After the pictures were linked to the deck: whether it is too much now is for the whole transaction. */
export async function fitsImageQuota(
  tables: Tables,
  ownerId: string | null,
  deckId: string,
): Promise<Result<undefined>> {
  const ofDeck = await tables.deckMedia.measureDeck(deckId)
  if (ofDeck.count > MAX_DECK_IMAGES || ofDeck.bytes > MAX_DECK_IMAGE_BYTES) return full('deck-images-full')
  const owned = ownerId === null ? 0 : await tables.deckMedia.measureOwned(ownerId)
  return owned > MAX_OWNED_IMAGE_BYTES ? full('own-images-full') : ok(undefined)
}

/**
 * Pictures that are here already, shown by a deck from now on: they take up its room, and its owner's, as an upload does.
 * A deck that is full may still be written in as long as it shows nothing more.
 */
export async function linkImages(
  tables: Tables,
  { id, ownerId }: { id: string; ownerId: string | null },
  hashes: readonly string[],
): Promise<Result<undefined>> {
  if (hashes.length === 0) return ok(undefined)
  const known = new Set(await tables.deckMedia.listByDeck(id))
  const added = hashes.filter((sha256) => !known.has(sha256))
  if (added.length === 0) return ok(undefined)
  await tables.deckMedia.add(id, added)
  return fitsImageQuota(tables, ownerId, id)
}
