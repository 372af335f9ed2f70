import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Locale, Localized, NoteSource, RenderedSide } from '@/lib/core/content/content'
import type { SourcePart } from '@/lib/core/content/merge-fields'
import { fail, ok, type Result } from '@/lib/core/result'
import type { CardReportRow } from '@/lib/store/card-reports'
import type { NoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from '../deck-subject'
import { mergeReport, textNow, textSeen } from './find-report'

export type ReportView = Pick<
  CardReportRow,
  'id' | 'kind' | 'status' | 'locale' | 'text' | 'proposal' | 'createdAt' | 'answer' | 'answeredAt'
> & {
  /** Null for a guest, and when the account is gone. */
  by: string | null
  note: {
    id: string
    key: string
    /** Deleted, or about to be. */
    isGone: boolean
    seen: NoteSource | null
    now: NoteSource | null
    /** The card that was reported, as learners have it. */
    card: RenderedSide | null
  }
  /** What its authors and the proposal both changed. */
  conflicts: SourcePart[]
}

export type Reports = {
  deck: { slug: string; title: Localized<string>; isHouse: boolean }
  canAnswer: boolean
  canEdit: boolean
  reports: ReportView[]
  next: string | null
}

const PAGE = 20

/** What learners say of a deck's cards, for those who write it: what waits, or what was settled. */
export async function listReports(
  store: Store,
  actor: SignedIn,
  { slug, status, after }: { slug: string; status: 'open' | 'settled'; after?: string | undefined },
): Promise<Result<Reports>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found || !can(actor, 'deck.reports', found.subject)) return fail('not-found')
  const { deck, subject } = found
  const rows = await store.cardReports.listByDeck(deck.id, {
    isOpen: status === 'open',
    after: after ?? null,
    limit: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const [notes, users] = await Promise.all([
    store.notes.listByIds([...new Set(shown.map(({ noteId }) => noteId))]),
    Promise.all([...new Set(shown.flatMap(({ userId }) => userId ?? []))].map((id) => store.users.find(id))),
  ])
  const noteOf = new Map(notes.map((note) => [note.id, note]))
  const names = new Map(users.flatMap((user) => (user && !user.guest ? [[user.id, user.name]] : [])))
  const reports = await Promise.all(
    shown.flatMap((report) => {
      const note = noteOf.get(report.noteId)
      return note ? [viewReport(store, report, note, names.get(report.userId ?? '') ?? null)] : []
    }),
  )
  return ok({
    deck: { slug, title: deck.title, isHouse: subject.isHouse },
    canAnswer: can(actor, 'deck.answer', subject),
    canEdit: can(actor, 'deck.edit', subject),
    reports,
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  })
}

async function viewReport(
  store: Store,
  report: CardReportRow,
  note: NoteRow,
  by: string | null,
): Promise<ReportView> {
  const { id, kind, status, locale, text, proposal, createdAt, answer, answeredAt } = report
  const [seen, card] = await Promise.all([
    textSeen(store, note, report),
    report.cardId === null ? null : store.cards.find(report.cardId),
  ])
  const now = textNow(note, report)
  return {
    ...{ id, kind, status, locale, text, proposal, createdAt, answer, answeredAt, by },
    note: {
      id: note.id,
      key: note.key,
      isGone: note.deletedAt !== null || note.draftDeletedAt !== null,
      seen,
      now,
      card: sideOf(note, card?.ord, locale),
    },
    conflicts: proposal && status === 'OPEN' ? mergeReport(seen, now, proposal).conflicts : [],
  }
}

function sideOf(note: NoteRow, ord: number | undefined, locale: Locale): RenderedSide | null {
  const card = note.published?.cards.find((of) => of.ord === ord)
  return card?.sides[locale] ?? Object.values(card?.sides ?? {})[0] ?? null
}
