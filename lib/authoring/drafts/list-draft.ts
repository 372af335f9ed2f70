import { setImmediate } from 'node:timers/promises'
import type { SignedIn } from '@/lib/core/access/actor'
import { cardsOfNote } from '@/lib/core/content/cards-of-note'
import type { Locale, Localized, NoteDraft, NoteKind } from '@/lib/core/content/content'
import { publishableWords } from '@/lib/core/content/draft-of-note'
import { excerptOfDraft } from '@/lib/core/content/excerpt-of-draft'
import { localesOfDraft } from '@/lib/core/content/locales-of-draft'
import { draftStateOf, type DraftState } from '@/lib/core/content/draft-state'
import { findMoved } from '@/lib/core/content/find-moved'
import { ok, type Result } from '@/lib/core/result'
import type { DeckDraft } from '@/lib/store/decks'
import type { DraftNoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { summarizeDeck, type DeckSummary } from '../deck-summary'
import { partsOf } from '../parts-of'
import { savedBy, type SavedBy } from './draft-note-view'
import { findDraftDeck } from './find-draft-deck'

/** A row of the editor's list: enough to find a note by, without its text. */
export type DraftHead = {
  id: string
  key: string
  kind: NoteKind
  tags: string[]
  state: DraftState
  /** Stands elsewhere than where it is published. */
  isMoved: boolean
  /** Something of its cards is missing (an empty side, nothing hidden); formulas are checked when it is opened. */
  isUnfinished: boolean
  draftVersion: number
  revision: number
  savedBy: SavedBy | null
  /** The languages that it can be studied in. */
  locales: Locale[]
  /** The beginning of its front, in each of them. */
  excerpt: Localized<string>
  /** Open reports of learners about it. */
  reports: number
  /** By whoever asks, in a review. */
  isFlagged: boolean
}

export type DraftList = {
  deck: DeckSummary
  /** What is published, where the draft says something else. */
  draft: DeckDraft
  isDeckChanged: boolean
  notes: DraftHead[]
}

const NOTES_A_TURN = 200

/** A deck as its authors have it, all notes in their order, deleted ones too until that is published. */
export async function listDraft(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
): Promise<Result<DraftList>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.drafts')
  if (!found.ok) return found
  const { deck, subject } = found.value
  const rows = await store.notes.listDrafts(deck.id)
  const [names, counts, reports, flagged] = await Promise.all([
    store.users.listNames([...new Set(rows.flatMap(({ draftById }) => draftById ?? []))]),
    store.decks.countCards([deck.id]),
    store.cardReports.countOpenByNote(deck.id),
    store.memories.listFlaggedNotes(actor.userId, deck.id),
  ])
  const moved = movedAmong(rows)
  const notes: DraftHead[] = []
  for (const part of partsOf(rows, NOTES_A_TURN)) {
    const published = await store.notes.listPublishedWords(
      part.flatMap(({ id, draft }) => (draft ? [] : [id])),
    )
    for (const row of part) {
      const words = row.draft ?? published.get(row.id)
      if (!words) continue
      notes.push({
        ...headOf(row, words),
        isMoved: moved.has(row.id),
        savedBy: savedBy(row, names, actor),
        reports: reports.get(row.id) ?? 0,
        isFlagged: flagged.has(row.id),
      })
    }
    await setImmediate()
  }
  const { title, description } = deck
  return ok({
    deck: summarizeDeck(actor, deck, subject, counts.get(deck.id) ?? 0),
    draft: deck.draft ?? { title, description },
    isDeckChanged: deck.draft !== null,
    notes,
  })
}

/** Of a deck's notes in their authors' order, those that stand elsewhere than where they are published. */
export function movedAmong(rows: DraftNoteRow[]): Set<string> {
  if (rows.every(({ draftPosition }) => draftPosition === null)) return new Set()
  const both = rows.filter((row) => row.revision > 0 && row.deletedAt === null && row.draftDeletedAt === null)
  const before = [...both].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  return findMoved(
    before.map(({ id }) => id),
    both.map(({ id }) => id),
  )
}

function headOf(
  row: DraftNoteRow,
  draft: NoteDraft,
): Omit<DraftHead, 'isMoved' | 'savedBy' | 'reports' | 'isFlagged'> {
  const { kind, tags, fields, exercise } = publishableWords(draft)
  return {
    id: row.id,
    key: row.key,
    kind,
    tags,
    state: draftStateOf(row),
    isUnfinished: cardsOfNote(kind, fields).problems.length > 0,
    draftVersion: row.draftVersion,
    revision: row.revision,
    locales: localesOfDraft({ kind, fields, exercise }),
    excerpt: excerptOfDraft({ kind, fields, exercise }),
  }
}
