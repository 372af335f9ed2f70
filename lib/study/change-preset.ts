import type { z } from 'zod'
import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import { checkSettings } from '@/lib/core/schedule/check-settings'
import { newId } from '@/lib/platform/new-id'
import type { Store } from '@/lib/store/store'
import type { presetChangeSchema } from './preset-schemas'
import { presetView, type PresetView } from './preset-view'

type Input = { presetId: string; change: z.output<typeof presetChangeSchema> }

/**
 * Limits and orders change at once. What decides intervals becomes a new revision for the answers to come: those
 * given keep the one they name, so no memory moves.
 */
export async function changePreset(
  store: Store,
  actor: SignedIn,
  { presetId, change }: Input,
  now: number,
): Promise<Result<PresetView>> {
  const { userId } = actor
  if (!can(actor, 'study.write', { userId })) return fail('forbidden')
  const preset = await store.presets.find(userId, presetId)
  if (preset === null) return fail('not-found')
  const { scheduling, ...rest } = change
  const before = await store.schedulerRevisions.getSettings(userId, preset.revisionId)
  const settings = { ...before, ...scheduling }
  const [problem] = checkSettings(settings)
  if (problem !== undefined) return fail('invalid', problem)
  const isRescheduled = JSON.stringify(settings) !== JSON.stringify(before)
  const revisionId = isRescheduled ? newId(now) : preset.revisionId

  return store.transaction(async (tables) => {
    // Guarded by the revision that was read: of two devices that change it at once, one is told to look again.
    if (!(await tables.presets.replaceRevision(userId, presetId, preset.revisionId, revisionId))) {
      return fail('conflict')
    }
    if (isRescheduled) {
      await tables.schedulerRevisions.create({ userId, id: revisionId, settings, createdAt: now })
    }
    await tables.presets.update(userId, presetId, rest)
    const after = await tables.presets.find(userId, presetId)
    return after === null ? fail('not-found') : ok(presetView(after, settings))
  })
}
