import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { isHouseDeck } from '@/lib/core/access/is-house-deck'
import type { Locale, Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

export type AdministeredDeck = {
  id: string
  slug: string
  title: Localized<string>
  locales: Locale[]
  visibility: 'PRIVATE' | 'UNLISTED' | 'PUBLIC'
  /** Null: the house's, or withdrawn. */
  owner: { id: string; name: string } | null
  isHouse: boolean
  notes: number
  cards: number
  learners: number
  createdAt: number
  barredReason: string | null
}

export type AllDecksQuery = {
  show: 'all' | 'public' | 'barred'
  ownerId?: string | undefined
  after?: string | undefined
}

const PAGE = 50

/** Which decks there are, whose, and how large. What stands on their cards is for those who may read them. */
export async function listAllDecks(
  store: Store,
  actor: SignedIn,
  { show, ownerId, after }: AllDecksQuery,
): Promise<Result<{ decks: AdministeredDeck[]; next: string | null }>> {
  if (!can(actor, 'house.manage', null)) return fail('not-found')
  const rows = await store.decks.listAll({
    after: after ?? null,
    visibility: show === 'public' ? 'PUBLIC' : null,
    isBarred: show === 'barred',
    ownerId: ownerId ?? null,
    limit: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const cards = await store.decks.countCards(shown.map(({ id }) => id))
  const decks = shown.map((row): AdministeredDeck => {
    const { id, slug, title, locales, visibility, notes, learners, createdAt, barredReason } = row
    return {
      ...{ id, slug, title, locales, visibility, notes, learners, createdAt, barredReason },
      owner: row.ownerId === null ? null : { id: row.ownerId, name: row.owner ?? '' },
      isHouse: isHouseDeck(row),
      cards: cards.get(id) ?? 0,
    }
  })
  return ok({ decks, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null })
}
