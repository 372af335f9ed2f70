import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import type { Store } from '@/lib/store/store'
import { presetView, type PresetView } from './preset-view'

const MOST_PRESETS = 50

/** A new preset that begins like another one of the learner's. */
export async function addPreset(
  store: Store,
  actor: SignedIn,
  { name, like }: { name: string; like: string },
  now: number,
): Promise<Result<PresetView>> {
  const { userId } = actor
  if (!can(actor, 'study.write', { userId })) return fail('forbidden')
  const presets = await store.presets.listByUser(userId)
  const model = presets.find(({ id }) => id === like)
  if (model === undefined) return fail('not-found')
  if (presets.length >= MOST_PRESETS) return fail('invalid', { tooMany: MOST_PRESETS })
  const preset = { ...model, id: newId(now), name }
  await store.presets.create(preset)
  return ok(presetView(preset, await store.schedulerRevisions.getSettings(userId, preset.revisionId)))
}
