import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { presetView, type PresetView } from './preset-view'

/** The learner's presets, the one for new decks first. */
export async function listPresets(store: Store, actor: SignedIn): Promise<Result<PresetView[]>> {
  const { userId } = actor
  if (!can(actor, 'study.read', { userId })) return fail('forbidden')
  const presets = await store.presets.listByUser(userId)
  const views = presets.map(async (preset) =>
    presetView(preset, await store.schedulerRevisions.getSettings(userId, preset.revisionId)),
  )
  return ok(await Promise.all(views))
}
