import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

/** Which preset a learner studies a deck under. */
export async function choosePreset(
  store: Store,
  actor: SignedIn,
  { deckId, presetId }: { deckId: string; presetId: string },
): Promise<Result<undefined>> {
  const { userId } = actor
  if (!can(actor, 'study.write', { userId })) return fail('forbidden')
  if ((await store.presets.find(userId, presetId)) === null) return fail('not-found')
  return (await store.enrolments.setPreset(userId, deckId, presetId)) ? ok(undefined) : fail('not-found')
}
