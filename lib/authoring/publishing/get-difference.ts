import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale, NoteKind, RenderedCard } from '@/lib/core/content/content'
import { ok, type Result } from '@/lib/core/result'
import type { DeckDraft } from '@/lib/store/decks'
import type { Store } from '@/lib/store/store'
import { summarizeDeck, type DeckSummary } from '../deck-summary'
import { findDraftDeck } from '../drafts/find-draft-deck'
import { movedAmong } from '../drafts/list-draft'
import { tellProblems, type ToldProblem } from '../note-problem-text'
import { fingerprintOfDraft } from './fingerprint-of-draft'
import { prepareDrafts, type PreparedDraft } from './prepare-drafts'

export type NoteDifference = {
  id: string
  key: string
  change: 'added' | 'changed' | 'removed' | 'moved'
  /** Beside its change. */
  isMoved: boolean
  kind: NoteKind
  /** Null when there is nothing before or after; of differences far down the list too, until they are asked for. */
  before: RenderedCard[] | null
  after: RenderedCard[] | null
  /** Cards that learners may know and that will not be asked any more, or are asked for the first time. */
  cardsRetired: number
  cardsAdded: number
  /** What keeps it from being published. */
  problems: ToldProblem[]
}

export type Difference = {
  deck: DeckSummary
  /** Sent along when this is published: when anything changed since, nothing is. */
  seen: string
  isFirst: boolean
  /** Title and description before and after; null when they are the same. */
  words: { before: DeckDraft; after: DeckDraft } | null
  counts: { added: number; changed: number; removed: number; moved: number; unfinished: number }
  notes: NoteDifference[]
}

/** How many of the differences come with their cards; the others can be asked for. */
const RENDERED_AT_ONCE = 50

/** What publishing would change for learners, note by note in the deck's order, rendered as they would see it. */
export async function getDifference(
  store: Store,
  actor: SignedIn,
  { slug, from = 0, locale }: { slug: string; from?: number; locale: Locale },
): Promise<Result<Difference>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.drafts')
  if (!found.ok) return found
  const { deck, subject } = found.value
  const rows = await store.notes.listDrafts(deck.id)
  const moved = movedAmong(rows)
  const changed = rows.filter((row) => isShown(row) || moved.has(row.id))
  const prepared = await prepareDrafts(store, actor, changed)

  const shown = prepared.slice(from, from + RENDERED_AT_ONCE)
  const stored = new Map(
    (await store.notes.listByIds(shown.map(({ row }) => row.id))).map((row) => [row.id, row]),
  )
  const isRendered = new Set(shown.map(({ row }) => row.id))
  const notes = prepared.map((note): NoteDifference => {
    const { id, deletedAt } = note.row
    const row = stored.get(id)
    const before = row && deletedAt === null ? (row.published?.cards ?? null) : null
    const change = changeOf(note, moved)
    const after = note.content?.cards ?? (change === 'removed' ? null : before)
    const [ords, ordsBefore] = [ordsOf(after), ordsOf(before)]
    return {
      id,
      key: note.row.key,
      change,
      isMoved: moved.has(id),
      kind: note.content?.kind ?? row?.kind ?? 'BASIC',
      before,
      after: isRendered.has(id) ? after : null,
      cardsRetired: ordsBefore.filter((ord) => !ords.includes(ord)).length,
      cardsAdded: ords.filter((ord) => !ordsBefore.includes(ord)).length,
      problems: tellProblems(note.problems, locale),
    }
  })
  const countOf = (change: NoteDifference['change']) => notes.filter((note) => note.change === change).length
  const { title, description } = deck
  return ok({
    deck: summarizeDeck(actor, deck, subject, 0),
    seen: fingerprintOfDraft(deck, rows),
    isFirst: !rows.some(({ revision, deletedAt }) => revision > 0 && deletedAt === null),
    words: deck.draft && { before: { title, description }, after: deck.draft },
    counts: {
      added: countOf('added'),
      changed: countOf('changed'),
      removed: countOf('removed'),
      moved: countOf('moved'),
      unfinished: notes.filter(({ problems }) => problems.length > 0).length,
    },
    notes,
  })
}

/** A draft that was deleted before anybody saw it changes nothing. */
function isShown({ draft, draftDeletedAt, revision, deletedAt }: PreparedDraft['row']): boolean {
  if (draftDeletedAt !== null) return revision > 0 && deletedAt === null
  return draft !== null
}

function changeOf({ state, row }: PreparedDraft, moved: Set<string>): NoteDifference['change'] {
  if (state === 'deleted') return 'removed'
  if (state === 'new') return 'added'
  return row.draft === null && moved.has(row.id) ? 'moved' : 'changed'
}

const ordsOf = (cards: RenderedCard[] | null) => (cards ?? []).map(({ ord }) => ord)
