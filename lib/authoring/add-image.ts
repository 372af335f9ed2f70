import { createHash } from 'node:crypto'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import { cleanImage } from '@/lib/exchange/image/clean-image'
import type { Store } from '@/lib/store/store'
import { findDraftDeck } from './drafts/find-draft-deck'
import { fitsImageQuota } from './image-quota'

export type AddedImage = { sha256: string; width: number; height: number; bytes: number }

/**
 * A picture for the notes of a deck, without what was written beside it. It is named by the hash of what is left, and
 * from now on may be read by who may read the deck; one that no note shows is collected after a day.
 */
export async function addImage(
  store: Store,
  actor: SignedIn,
  { slug, bytes }: { slug: string; bytes: Uint8Array },
  now: number,
): Promise<Result<AddedImage>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const cleaned = cleanImage(bytes)
  if (!cleaned.ok) return fail('invalid', { reason: cleaned.reason })
  const { mime, size, bytes: kept } = cleaned.image
  const sha256 = createHash('sha256').update(kept).digest('hex')
  const { id, ownerId } = found.value.deck
  return store.transaction(async (tables) => {
    await tables.media.putAgain({ sha256, mime, bytes: kept, createdAt: now })
    await tables.deckMedia.add(id, [sha256])
    const fits = await fitsImageQuota(tables, ownerId, id)
    if (!fits.ok) return fits
    return ok({ sha256, width: size.width, height: size.height, bytes: kept.length })
  })
}
