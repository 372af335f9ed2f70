import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import type { PackPreset } from '@/lib/core/study/study-pack'
import type { PresetRow } from '@/lib/store/presets'

/** A preset as its learner sees it. */
export type PresetView = PackPreset & { name: string; scheduling: SchedulerSettings }

export function presetView(
  { userId: _userId, ...preset }: PresetRow,
  scheduling: SchedulerSettings,
): PresetView {
  return { ...preset, scheduling }
}
