import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { openCloze, parseCloze } from '@/lib/core/content/cloze'
import type { Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { CardReportRow } from '@/lib/store/card-reports'
import type { Store } from '@/lib/store/store'

export type OwnReport = Pick<
  CardReportRow,
  'id' | 'kind' | 'status' | 'text' | 'createdAt' | 'answer' | 'answeredAt'
> & {
  deck: { title: Localized<string> }
  /** The beginning of the card, by which it is known. */
  excerpt: string
  /** Answered since its writer last looked. */
  isNew: boolean
}

export type OwnReports = { reports: OwnReport[]; unseen: number }

const MAX_SHOWN = 200
const EXCERPT_LENGTH = 140

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
  const reports = rows.map((row) => {
    const { id, kind, status, text, createdAt, answer, answeredAt, locale } = row
    const content = contents.get(`${row.noteId} ${row.noteRevision}`)
    const front = content?.fields[locale]?.front ?? Object.values(content?.fields ?? {})[0]?.front ?? ''
    const shown = content?.kind === 'CLOZE' ? openCloze(parseCloze(front).parts) : front
    return {
      ...{ id, kind, status, text, createdAt, answer, answeredAt },
      deck: { title: titles.get(row.deckId) ?? {} },
      excerpt: shown.replace(/\s+/g, ' ').trim().slice(0, EXCERPT_LENGTH),
      isNew: status !== 'OPEN' && row.seenAt === null,
    }
  })
  return ok({ reports, unseen: await store.cardReports.countUnseen(userId) })
}
