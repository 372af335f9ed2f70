import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from './deck-subject'

/** Studies a deck from now on, under the given preset or the learner's first; asked again, it changes the preset. */
export async function enrol(
  store: Store,
  actor: SignedIn,
  { slug, presetId, link }: { slug: string; presetId?: string; link?: string },
  now: number,
): Promise<Result<{ deckId: string; presetId: string }>> {
  const { userId } = actor
  const found = await findReadableDeck(store, actor, slug, link)
  if (!found) return fail('not-found')
  if (!can(actor, 'study.write', { userId })) return fail('forbidden')
  const presets = await store.presets.listByUser(userId)
  const preset = presetId === undefined ? presets[0] : presets.find(({ id }) => id === presetId)
  if (!preset) return fail('not-found')
  const deckId = found.deck.id
  await store.enrolments.put({ userId, deckId, presetId: preset.id, createdAt: now })
  return ok({ deckId, presetId: preset.id })
}
