import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { saveNoteDraft } from '../drafts/save-note-draft'
import { findReport, mergeReport, textNow, textSeen } from './find-report'

export type AcceptReport = {
  slug: string
  id: string
  answer?: string | undefined
  /** The proposal is taken although the note changed since, in the same place. */
  anyway: boolean
  /** Of the sentences that say what is wrong. */
  readerLocale: Locale
}

/**
 * A proposal becomes the note's draft, ready to be published; a problem is taken as right. Where the authors changed
 * the same part since the learner saw it, nothing is written until they say so.
 */
export async function acceptReport(
  store: Store,
  actor: SignedIn,
  { slug, id, answer, anyway, readerLocale }: AcceptReport,
  now: number,
): Promise<Result<{ isDrafted: boolean }>> {
  const found = await findReport(store, actor, { slug, id })
  if (!found.ok) return found
  const { report, subject } = found.value
  if (report.status !== 'OPEN') return fail('conflict', { reason: 'report-settled' })
  // The house's own decks come as files: an administrator takes the proposal there.
  const isDrafted = report.proposal !== null && can(actor, 'deck.edit', subject)
  if (report.proposal !== null && isDrafted) {
    const note = await store.notes.find(report.noteId)
    if (!note || note.deletedAt !== null || note.draftDeletedAt !== null)
      return fail('conflict', { reason: 'note-gone' })
    const { merged, conflicts } = mergeReport(
      await textSeen(store, note, report),
      textNow(note, report),
      report.proposal,
    )
    if (conflicts.length > 0 && !anyway) return fail('conflict', { reason: 'note-changed', parts: conflicts })
    const fields = { ...(note.draft ?? note.published)?.fields, [report.locale]: merged }
    const { draftVersion } = note
    const saved = await saveNoteDraft(
      store,
      actor,
      { slug, id: note.id, draftVersion, change: { fields }, locale: readerLocale },
      now,
    )
    if (!saved.ok) return saved
  }
  const settled = { status: 'ACCEPTED' as const, answer: answer === '' ? null : (answer ?? null) }
  const isSettled = await store.cardReports.settle(id, {
    ...settled,
    answeredById: actor.userId,
    answeredAt: now,
  })
  return isSettled ? ok({ isDrafted }) : fail('conflict', { reason: 'report-settled' })
}
