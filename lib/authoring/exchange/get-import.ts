import type { z } from 'zod'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { ImportOutcome } from '@/lib/store/import-items'
import type { Store } from '@/lib/store/store'
import { describeDeckProblem } from '../deck-problem-text'
import { mayChoose } from './choose-notes'
import { contentOf, optionsOf, problemOf, summaryOf } from './import-job'
import type { importAnswer, itemsAnswer } from './import-schemas'
import { describeImportProblem, describeLoss, describeReason } from './import-text'
import { listEditableDecks } from './plan-decks'
import { recovered } from './recover-imports'
import { progressOf } from './running-imports'

export type ImportView = z.output<typeof importAnswer>
export type ImportItemsView = z.output<typeof itemsAnswer>

const ITEMS_A_PAGE = 50

export async function getImport(
  store: Store,
  actor: SignedIn,
  { id, locale }: { id: string; locale: Locale },
  now: number,
): Promise<Result<ImportView>> {
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const found = await store.importJobs.find(actor.userId, id)
  if (!found) return fail('not-found')
  const job = await recovered(store, found, now)
  const decks = job.status === 'READY' ? await listEditableDecks(store, actor) : []
  return ok({ ...viewOf(job, locale), choices: decks.map(({ slug, title }) => ({ slug, title })) })
}

export async function listImports(
  store: Store,
  actor: SignedIn,
  { locale }: { locale: Locale },
  now: number,
): Promise<Result<{ imports: Omit<ImportView, 'choices'>[] }>> {
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const jobs = await store.importJobs.list(actor.userId)
  const all = await Promise.all(jobs.map((job) => recovered(store, job, now)))
  return ok({ imports: all.map((job) => viewOf(job, locale)) })
}

/** A part of the notes of one outcome, in the file's order; of changed ones what is there now, too. */
export async function listImportItems(
  store: Store,
  actor: SignedIn,
  { id, outcome, after, locale }: { id: string; outcome: ImportOutcome; after: number; locale: Locale },
): Promise<Result<ImportItemsView>> {
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const job = await store.importJobs.find(actor.userId, id)
  if (!job) return fail('not-found')
  const items = await store.importItems.listPart(actor.userId, id, after, ITEMS_A_PAGE, [outcome])
  const isCompared = job.status === 'READY' && (outcome === 'UPDATED' || outcome === 'CONFLICT')
  const known = isCompared ? items.flatMap(({ noteId }) => noteId ?? []) : []
  const current = await store.notes.listPublishedWords(known)
  const decks = optionsOf(job)?.decks ?? []
  return ok({
    items: items.map((item) => ({
      position: item.position,
      name: item.name,
      reason: item.reason === null ? null : describeReason(item.reason, locale),
      mayChoose: job.status === 'READY' && mayChoose(item),
      deck: decks.find(({ deckId }) => deckId === item.deckId)?.group ?? '',
      before: current.get(item.noteId ?? '') ?? null,
      after: contentOf(item).words,
    })),
    next: items.length < ITEMS_A_PAGE ? null : (items.at(-1)?.position ?? null),
  })
}

function viewOf(job: ImportJobRow, locale: Locale): Omit<ImportView, 'choices'> {
  const { id, fileName, status, createdAt, changedAt, format } = job
  const summary = summaryOf(job)
  const options = optionsOf(job)
  const problem = problemOf(job)
  return {
    id,
    fileName,
    status,
    createdAt,
    changedAt,
    format,
    progress: progressOf(job.userId, id),
    problem:
      problem === null
        ? null
        : {
            code: problem.code,
            text: describeImportProblem(problem, locale),
            lines: ('lines' in problem ? (problem.lines ?? []) : []).map((line) => ({
              line: line.line,
              text: describeDeckProblem(line, locale),
            })),
          },
    summary:
      summary === null
        ? null
        : {
            noteCount: summary.noteCount,
            imageCount: summary.imageCount,
            hasScheduling: summary.hasScheduling,
            hasOwnLanguages: summary.hasOwnLanguages,
            hasNestedDecks: summary.decks.some(({ name }) => name.includes('::')),
            counts: { ...summary.counts },
            removed: summary.removed,
            undecided: summary.undecided ?? 0,
            isReordered: summary.isReordered ?? false,
            ...(summary.kept === undefined ? {} : { kept: summary.kept }),
            ...(summary.histories === undefined ? {} : { histories: summary.histories }),
            losses: summary.losses.map((loss) => ({ ...loss, text: describeLoss(loss.code, locale) })),
          },
    options:
      options === null
        ? null
        : {
            ...options,
            decks: options.decks.map(({ group, title, slug, isNew, noteCount, missingCount }) => ({
              group,
              title,
              slug,
              isNew,
              noteCount,
              missingCount,
            })),
          },
  }
}
