import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { deckSubject } from '../deck-subject'

/** Reports that wait, by deck id, of those decks whose reports the actor may see. */
export async function countOpenReports(
  store: Store,
  actor: SignedIn,
  { deckIds }: { deckIds: string[] },
): Promise<Result<Record<string, number>>> {
  const counts = await store.cardReports.countOpenByDecks(deckIds)
  const decks = await store.decks.listByIds([...counts.keys()])
  const subjects = await Promise.all(decks.map((deck) => deckSubject(store, actor, deck)))
  const seen = decks.filter((_, i) => can(actor, 'deck.reports', subjects[i]))
  return ok(Object.fromEntries(seen.map(({ id }) => [id, counts.get(id) ?? 0])))
}
