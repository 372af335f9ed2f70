import type { Actor } from '@/lib/core/access/actor'
import { can, type DeckSubject } from '@/lib/core/access/can'
import type { Locale, Localized } from '@/lib/core/content/content'
import type { DeckRow } from '@/lib/store/decks'

export type DeckSummary = {
  id: string
  slug: string
  /** The key in its file, if it came from one. */
  key: string | null
  title: Localized<string>
  description: Localized<string>
  locales: Locale[]
  visibility: 'PRIVATE' | 'UNLISTED' | 'PUBLIC'
  /** Whose it is, as far as the viewer needs to know. */
  by: 'house' | 'you' | 'somebody'
  isEnrolled: boolean
  canEdit: boolean
  canOwn: boolean
  memberRole: 'EDITOR' | 'VIEWER' | null
  /** Told to its authors. */
  isCopy: boolean
  cardCount: number
  version: number
  updatedAt: number
}

export function summarizeDeck(
  actor: Actor,
  deck: DeckRow,
  subject: DeckSubject,
  cardCount: number,
): DeckSummary {
  const { id, slug, key, title, description, locales, visibility, version, updatedAt } = deck
  const isOwn = actor.kind === 'user' && deck.ownerId === actor.userId
  return {
    id,
    slug,
    key,
    title,
    description,
    locales,
    visibility,
    by: subject.isHouse ? 'house' : isOwn ? 'you' : 'somebody',
    isEnrolled: subject.isEnrolled,
    canEdit: can(actor, 'deck.edit', subject),
    canOwn: can(actor, 'deck.own', subject),
    memberRole: subject.memberRole,
    isCopy: deck.copiedFromId !== null && can(actor, 'deck.drafts', subject),
    cardCount,
    version,
    updatedAt,
  }
}
