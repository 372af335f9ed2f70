import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Locale, NoteSource } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isOwnOutbox } from '@/lib/study/is-own-outbox'
import { findReadableCard } from './find-card'

export type NewReport = {
  learner: string
  id: string
  cardId: string
  noteRevision: number
  locale: Locale
  text: string
  proposal?: NoteSource | undefined
}

/** One learner cannot bury an author under reports: what waits must be answered first. */
const MAX_OPEN_A_DECK = 50

/** What a learner says of a card: that something is wrong with it, or how its text should be. */
export async function reportCard(
  store: Store,
  actor: SignedIn,
  { learner, id, cardId, noteRevision, locale, text, proposal }: NewReport,
  now: number,
): Promise<Result<{ id: string }>> {
  if (!(await isOwnOutbox(store, actor, learner))) return fail('wrong-learner')
  if (!can(actor, 'study.write', { userId: actor.userId })) return fail('forbidden')
  const before = await store.cardReports.find(id)
  if (before) return before.userId === actor.userId ? ok({ id }) : fail('not-found')
  const found = await findReadableCard(store, actor, cardId)
  if (!found) return fail('not-found')
  const { note, deck, isHouse } = found
  if (deck.ownerId === null && !isHouse) return fail('invalid', { reason: 'no-author' })
  if (proposal ? isUnchanged(proposal, note.published?.fields[locale]) : text === '')
    return fail('invalid', { reason: 'empty-report' })
  if ((await store.cardReports.countOpenOf(actor.userId, deck.id)) >= MAX_OPEN_A_DECK)
    return fail('too-many', { reason: 'too-many-reports' })
  await store.cardReports.put({
    id,
    deckId: deck.id,
    noteId: note.id,
    cardId,
    noteRevision: Math.min(noteRevision, note.revision),
    userId: actor.userId,
    kind: proposal ? 'PROPOSAL' : 'PROBLEM',
    locale,
    text,
    proposal: proposal ?? null,
    createdAt: now,
  })
  return ok({ id })
}

function isUnchanged(proposal: NoteSource, now: NoteSource | undefined): boolean {
  return (
    now !== undefined &&
    proposal.front === now.front &&
    proposal.back === now.back &&
    JSON.stringify(proposal.answers ?? []) === JSON.stringify(now.answers ?? [])
  )
}
