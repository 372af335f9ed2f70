import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { NoteSource } from '@/lib/core/content/content'
import { mergeFields, type MergedSource } from '@/lib/core/content/merge-fields'
import { fail, ok, type Result } from '@/lib/core/result'
import type { CardReportRow } from '@/lib/store/card-reports'
import type { NoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { findReadableDeck, type ReadableDeck } from '../deck-subject'

/** For who may answer it; the deck is in the address, so a report of another deck is not found by it. */
export async function findReport(
  store: Store,
  actor: SignedIn,
  { slug, id }: { slug: string; id: string },
): Promise<Result<ReadableDeck & { report: CardReportRow }>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found || !can(actor, 'deck.reports', found.subject)) return fail('not-found')
  if (!can(actor, 'deck.answer', found.subject)) return fail('forbidden', { reason: 'editor-required' })
  const report = await store.cardReports.find(id)
  return report?.deckId === found.deck.id ? ok({ ...found, report }) : fail('not-found')
}

/** As its authors have it, in the report's language: the draft, where there is one. */
export const textNow = (note: NoteRow, { locale }: CardReportRow): NoteSource | null =>
  (note.draft ?? note.published)?.fields[locale] ?? null

/** As the learner saw it. */
export async function textSeen(
  store: Store,
  note: NoteRow,
  report: CardReportRow,
): Promise<NoteSource | null> {
  if (report.noteRevision === note.revision) return note.published?.fields[report.locale] ?? null
  const revision = await store.noteRevisions.find(note.id, report.noteRevision)
  return revision?.content.fields[report.locale] ?? null
}

const EMPTY: NoteSource = { front: '', back: '' }

/** The proposal brought into the text as its authors have it by now. */
export function mergeReport(
  seen: NoteSource | null,
  now: NoteSource | null,
  proposal: NoteSource,
): MergedSource {
  return now === null && seen === null
    ? { merged: proposal, conflicts: [] } // a language that the note did not have
    : mergeFields(seen, now ?? EMPTY, proposal)
}
