import type { Actor } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { NoteKind, RenderedCard } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { sidesByLink } from './sides-by-link'
import { findReadableDeck } from './deck-subject'
import { summarizeDeck, type DeckSummary } from './deck-summary'

export type DeckNote = {
  key: string
  kind: NoteKind
  tags: string[]
  source?: string
  revision: number
  exercise?: unknown
  cards: (RenderedCard & { id: string })[]
}

/**
 * A deck as published, with every card as learners see it, and the preset under which the viewer studies it. Who came
 * by its link sees the images by that link, too.
 */
export async function getDeck(
  store: Store,
  actor: Actor,
  { slug, link }: { slug: string; link?: string | undefined },
): Promise<Result<{ deck: DeckSummary; notes: DeckNote[]; presetId: string | null }>> {
  const found = await findReadableDeck(store, actor, slug, link)
  if (!found) return fail('not-found')
  const { deck, subject } = found
  const imageLink = can(actor, 'deck.read', { ...subject, holdsLink: false }) ? undefined : link
  const [notes, cards, enrolment] = await Promise.all([
    store.notes.listByDeck(deck.id),
    store.cards.listByDeck(deck.id),
    actor.kind === 'user' ? store.enrolments.find(actor.userId, deck.id) : null,
  ])
  const idOf = new Map(
    cards.flatMap((card) => (card.retiredAt === null ? [[`${card.noteId} ${card.ord}`, card.id]] : [])),
  )
  const published = notes.flatMap(({ id, key, revision, published }): DeckNote[] => {
    if (!published) return []
    const { kind, tags, source, exercise } = published
    const shown = published.cards.flatMap((card) => {
      const cardId = idOf.get(`${id} ${card.ord}`)
      return cardId === undefined ? [] : [{ ...card, sides: sidesByLink(card.sides, imageLink), id: cardId }]
    })
    return [
      {
        key,
        kind,
        tags,
        ...(source === undefined ? {} : { source }),
        revision,
        ...(exercise === undefined ? {} : { exercise }),
        cards: shown,
      },
    ]
  })
  const cardCount = published.reduce((sum, note) => sum + note.cards.length, 0)
  return ok({
    deck: summarizeDeck(actor, deck, subject, cardCount),
    notes: published,
    presetId: enrolment?.presetId ?? null,
  })
}
