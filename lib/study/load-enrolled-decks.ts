import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import type { PackDeck, PackPreset } from '@/lib/core/study/study-pack'
import type { Store } from '@/lib/store/store'

export type EnrolledDecks = {
  decks: PackDeck[]
  presets: PackPreset[]
  /** Every revision the learner ever had: events name old ones. */
  revisions: Record<string, SchedulerSettings>
}

/** The decks that a learner studies, in the house's order, with the presets they are studied under. */
export async function loadEnrolledDecks(store: Store, userId: string): Promise<EnrolledDecks> {
  const [enrolments, presets, revisions] = await Promise.all([
    store.enrolments.listByUser(userId),
    store.presets.listByUser(userId),
    store.schedulerRevisions.listByUser(userId),
  ])
  const decks = await store.decks.listByIds(enrolments.map(({ deckId }) => deckId))
  const presetIds = new Map(enrolments.map(({ deckId, presetId }) => [deckId, presetId]))
  return {
    decks: decks.flatMap(({ id, slug, title }) => {
      const presetId = presetIds.get(id)
      return presetId === undefined ? [] : [{ id, slug, title, presetId }]
    }),
    presets: presets.map(({ userId: _userId, name: _name, ...preset }) => preset),
    revisions: Object.fromEntries(revisions.map(({ id, settings }) => [id, settings])),
  }
}
