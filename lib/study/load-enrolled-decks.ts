import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { isHouseDeck } from '@/lib/core/access/is-house-deck'
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
export async function loadEnrolledDecks(store: Store, actor: SignedIn): Promise<EnrolledDecks> {
  const { userId } = actor
  const [enrolments, presets, revisions, memberships] = await Promise.all([
    store.enrolments.listByUser(userId),
    store.presets.listByUser(userId),
    store.schedulerRevisions.listByUser(userId),
    store.deckMembers.listByUser(userId),
  ])
  const decks = await store.decks.listByIds(enrolments.map(({ deckId }) => deckId))
  const presetIds = new Map(enrolments.map(({ deckId, presetId }) => [deckId, presetId]))
  const roles = new Map(memberships.map(({ deckId, role }) => [deckId, role]))
  return {
    decks: decks.flatMap((deck) => {
      const { id, slug, title, ownerId, visibility } = deck
      const presetId = presetIds.get(id)
      const canEdit = can(actor, 'deck.edit', {
        ownerId,
        visibility,
        isHouse: isHouseDeck(deck),
        memberRole: roles.get(id) ?? null,
        isEnrolled: true,
        holdsLink: false,
      })
      return presetId === undefined ? [] : [{ id, slug, title, presetId, canEdit }]
    }),
    presets: presets.map(({ userId: _userId, name: _name, ...preset }) => preset),
    revisions: Object.fromEntries(revisions.map(({ id, settings }) => [id, settings])),
  }
}
