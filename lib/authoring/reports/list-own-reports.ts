import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Locale, Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { CardReportRow } from '@/lib/store/card-reports'
import type { Store } from '@/lib/store/store'

export type OwnReport = Pick<
  CardReportRow,
  'id' | 'kind' | 'status' | 'text' | 'createdAt' | 'answer' | 'answeredAt'
> & {
  deck: { title: Localized<string> }
  locale: Locale
  /** The question as the learner saw it; empty where it cannot be had any more. */
  front: string
  /** Answered since its writer last looked. */
  isNew: boolean
}

export type OwnReports = { reports: OwnReport[]; unseen: number }

const MAX_SHOWN = 200

/** What the learner reported, and what became of it. */
export async function listOwnReports(store: Store, actor: SignedIn): Promise<Result<OwnReports>> {
  const { userId } = actor
  if (!can(actor, 'study.read', { userId })) return fail('forbidden')
  const rows = await store.cardReports.listByUser(userId, MAX_SHOWN)
  const [decks, revisions] = await Promise.all([
    store.decks.listByIds([...new Set(rows.map(({ deckId }) => deckId))]),
    rows.length === 0
      ? []
      : store.noteRevisions.listByFaces(
          rows.map(({ noteId, noteRevision }) => ({ noteId, revision: noteRevision })),
        ),
  ])
  const titles = new Map(decks.map(({ id, title }) => [id, title]))
  const contents = new Map(revisions.map((row) => [`${row.noteId} ${row.revision}`, row.content]))
  const cards = await store.cards.listByNotes([...new Set(rows.map(({ noteId }) => noteId))])
  const ordOf = new Map(cards.map(({ id, ord }) => [id, ord]))
  const reports = rows.map((row) => {
    const { id, kind, status, text, createdAt, answer, answeredAt, locale } = row
    const shown = contents
      .get(`${row.noteId} ${row.noteRevision}`)
      ?.cards.find(({ ord }) => ord === ordOf.get(row.cardId ?? ''))?.sides
    const side = shown?.[locale] ?? Object.values(shown ?? {})[0]
    return {
      ...{ id, kind, status, text, createdAt, answer, answeredAt, locale },
      deck: { title: titles.get(row.deckId) ?? {} },
      front: side?.front ?? '',
      isNew: status !== 'OPEN' && row.seenAt === null,
    }
  })
  return ok({ reports, unseen: await store.cardReports.countUnseen(userId) })
}
