import { isSameSecret } from '@/lib/platform/session/one-time-secret'
import type { Actor } from '@/lib/core/access/actor'
import { can, type DeckSubject } from '@/lib/core/access/can'
import { isHouseDeck } from '@/lib/core/access/is-house-deck'
import type { DeckRow } from '@/lib/store/decks'
import type { Tables } from '@/lib/store/tables'

/** What `can` needs to know of a deck and of who asks. */
export async function deckSubject(
  tables: Tables,
  actor: Actor,
  deck: DeckRow,
  link?: string,
): Promise<DeckSubject> {
  const { id, ownerId, visibility, shareToken } = deck
  const holdsLink = link !== undefined && shareToken !== null && isSameSecret(link, shareToken)
  const known = { ownerId, isHouse: isHouseDeck(deck), visibility, holdsLink }
  if (actor.kind === 'nobody') return { ...known, memberRole: null, isEnrolled: false }
  const [memberRole, enrolment, opened] = await Promise.all([
    tables.deckMembers.findRole(id, actor.userId),
    tables.enrolments.find(actor.userId, id),
    tables.assignments.listOpenedDecks(actor.userId, visibility === 'PUBLIC' ? [] : [id]),
  ])
  return { ...known, memberRole, isEnrolled: enrolment !== null, isAssigned: opened.has(id) }
}

export type ReadableDeck = { deck: DeckRow; subject: DeckSubject }

/** `link`: what was brought of an unlisted deck's link. Null when there is no such deck and when it is not for this actor to see: nobody can tell which. */
export async function findReadableDeck(
  tables: Tables,
  actor: Actor,
  slug: string,
  link?: string,
): Promise<ReadableDeck | null> {
  const deck = await tables.decks.findBySlug(slug)
  if (!deck) return null
  const subject = await deckSubject(tables, actor, deck, link)
  return can(actor, 'deck.read', subject) ? { deck, subject } : null
}
