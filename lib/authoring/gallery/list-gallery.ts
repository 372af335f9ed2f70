import type { Actor } from '@/lib/core/access/actor'
import type { Locale, Localized } from '@/lib/core/content/content'
import { ok, type Result } from '@/lib/core/result'
import type { PublicDeckRow } from '@/lib/store/decks'
import type { Store } from '@/lib/store/store'

export type GalleryOrder = 'learners' | 'newest' | 'cards'

export type GalleryQuery = {
  search: string
  language?: Locale | undefined
  /** At least so many cards. */
  minCards?: number | undefined
  order: GalleryOrder
  /** From 1. */
  page: number
}

export type GalleryDeck = {
  slug: string
  title: Localized<string>
  description: Localized<string>
  locales: Locale[]
  cards: number
  /** Null below a handful: a small number says who. */
  learners: number | null
  updatedAt: number
  isEnrolled: boolean
}

export type Gallery = { decks: GalleryDeck[]; count: number; pages: number; page: number }

export const GALLERY_PAGE = 20
export const MIN_LEARNERS = 5

/** The decks that people have published for everybody. */
export async function listGallery(
  store: Store,
  actor: Actor,
  { search, language, minCards = 1, order, page }: GalleryQuery,
): Promise<Result<Gallery>> {
  const [rows, enrolments] = await Promise.all([
    store.decks.listPublic(),
    actor.kind === 'user' ? store.enrolments.listByUser(actor.userId) : [],
  ])
  const words = fold(search).split(/\s+/).filter(Boolean)
  const found = rows
    .filter(
      (row) =>
        row.cards >= minCards &&
        (language === undefined || row.locales.includes(language)) &&
        hasWords(row, words),
    )
    .sort(BY[order])
  const pages = Math.max(1, Math.ceil(found.length / GALLERY_PAGE))
  const at = Math.min(page, pages)
  const studied = new Set(enrolments.map(({ deckId }) => deckId))
  const decks = found.slice((at - 1) * GALLERY_PAGE, at * GALLERY_PAGE).map(({ id, learners, ...row }) => ({
    ...row,
    learners: learners >= MIN_LEARNERS ? learners : null,
    isEnrolled: studied.has(id),
  }))
  return ok({ decks, count: found.length, pages, page: at })
}

const shownLearners = ({ learners }: PublicDeckRow) => (learners >= MIN_LEARNERS ? learners : 0)
const newestFirst = (a: PublicDeckRow, b: PublicDeckRow) =>
  b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1)
const BY: Record<GalleryOrder, (a: PublicDeckRow, b: PublicDeckRow) => number> = {
  newest: newestFirst,
  learners: (a, b) => shownLearners(b) - shownLearners(a) || newestFirst(a, b),
  cards: (a, b) => b.cards - a.cards || newestFirst(a, b),
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

function hasWords({ title, description }: PublicDeckRow, words: string[]): boolean {
  if (words.length === 0) return true
  const text = fold([...Object.values(title), ...Object.values(description)].join(' '))
  return words.every((word) => text.includes(word))
}
