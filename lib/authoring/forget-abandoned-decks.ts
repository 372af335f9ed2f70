import { setImmediate } from 'node:timers/promises'
import { audit } from '@/lib/account/audit'
import { fail, ok } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

/**
 * What withdrawing leaves when the last learner has left, too: a deck that nobody can read. It goes as a whole; where
 * a log still names its cards, these stay for the log's sake and only its images are let go of.
 */
export async function forgetAbandonedDecks(
  store: Store,
  now: number,
): Promise<{ decks: number; links: number }> {
  let [decks, links] = [0, 0]
  for (const id of await store.decks.listAbandoned()) {
    const deleted = await store.transaction(async (tables) => {
      if (!(await tables.decks.deleteAbandoned(id))) return fail('conflict')
      await audit(tables, { actorId: null, verb: 'deck-deleted', deckId: id }, now)
      return ok(undefined)
    })
    if (deleted.ok) decks++
    else links += await store.deckMedia.removeAll(id)
    await setImmediate()
  }
  return { decks, links }
}
