import { setImmediate } from 'node:timers/promises'
import { fail, ok } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { forgetAbandonedDecks } from './forget-abandoned-decks'

const DAY = 24 * 60 * 60_000

/**
 * Pictures that nothing shows any more, after decks that nobody can read have gone: stored more than a day ago, and named in no draft, published note, earlier
 * revision or proposal of their deck, nor in an import that waits. What the house's own decks have is left alone. Each
 * is looked for once more inside the transaction that removes it, since somebody may have used it meanwhile.
 */
export async function collectImages(store: Store, now: number): Promise<{ links: number; images: number }> {
  const before = now - DAY
  let { links } = await forgetAbandonedDecks(store, now)
  for (const [deckId, hashes] of await store.deckMedia.listOld(before)) {
    const unused = new Set(hashes)
    for (let after: string | null = ''; after !== null && unused.size > 0;) {
      const page: { hashes: string[]; next: string | null } = await store.imageMentions.listPage(
        deckId,
        after,
      )
      for (const hash of page.hashes) unused.delete(hash)
      after = page.next
      await setImmediate()
    }
    for (const sha256 of unused) {
      const removed = await store.transaction(async (tables) => {
        await tables.decks.take(deckId) // as everybody does who shows a picture in it
        if (!(await tables.deckMedia.remove(deckId, sha256))) return fail('not-found')
        return (await tables.imageMentions.isInDeck(deckId, sha256)) ? fail('conflict') : ok(undefined)
      })
      if (removed.ok) links++
      await setImmediate()
    }
  }
  let images = 0
  for (const sha256 of await store.media.listUnlinked(before)) {
    if (await store.imageMentions.isInImport(sha256)) continue
    if (await store.media.removeUnlinked(sha256, before)) images++
    await setImmediate()
  }
  return { links, images }
}
