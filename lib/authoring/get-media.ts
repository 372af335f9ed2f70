import type { Actor } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { MediaRow } from '@/lib/store/media'
import type { Store } from '@/lib/store/store'
import { deckSubject } from './deck-subject'

/** An image, through a deck that shows it and that the viewer may read. */
export async function getMedia(
  store: Store,
  actor: Actor,
  { sha256, link }: { sha256: string; link?: string },
): Promise<Result<MediaRow>> {
  const decks = await store.decks.listByIds(await store.deckMedia.listDecksOf(sha256))
  for (const deck of decks) {
    if (!can(actor, 'deck.read', await deckSubject(store, actor, deck, link))) continue
    const media = await store.media.find(sha256)
    return media ? ok(media) : fail('not-found')
  }
  return fail('not-found')
}
