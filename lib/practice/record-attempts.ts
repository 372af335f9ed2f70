import type { z } from 'zod'
import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import type { AttemptReceipt } from '@/lib/core/exercises/attempt'
import { gradeAttempt } from '@/lib/core/exercises/grade-attempt'
import { fail, ok, type Result } from '@/lib/core/result'
import { correctedTime } from '@/lib/core/study/corrected-time'
import type { Store } from '@/lib/store/store'
import { isOwnOutbox } from '@/lib/study/is-own-outbox'
import { clientAttemptSchema, type attemptBatchSchema } from './attempt-schema'
import { poseOwnAttempt } from './pose-own-attempt'

type Batch = z.output<typeof attemptBatchSchema>

/** Worked exercises from an outbox: each is posed and judged again, answered for itself, and kept once. */
export async function recordAttempts(
  store: Store,
  actor: SignedIn,
  batch: Batch,
  now: number,
): Promise<Result<{ receipts: AttemptReceipt[] }>> {
  if (!can(actor, 'study.write', { userId: actor.userId })) return fail('forbidden')
  if (!(await isOwnOutbox(store, actor, batch.learner))) return fail('wrong-learner')
  const receipts: AttemptReceipt[] = []
  for (const item of batch.attempts) receipts.push(await recordAttempt(store, actor, item, batch.sentAt, now))
  return ok({ receipts })
}

async function recordAttempt(
  store: Store,
  actor: SignedIn,
  item: unknown,
  sentAt: number,
  now: number,
): Promise<AttemptReceipt> {
  const parsed = clientAttemptSchema.safeParse(item)
  if (!parsed.success) return { id: idOf(item), status: 'refused', code: 'bad-attempt' }
  const { gaveUp = false, ...attempt } = parsed.data
  const exercise = await poseOwnAttempt(store, actor, attempt)
  if (exercise === null) return { id: attempt.id, status: 'refused', code: 'unknown-exercise' }
  const grade = gradeAttempt(exercise, attempt.form, attempt.responses)
  // Whoever gave up has not answered right; the slips of what was answered until then are theirs all the same.
  const outcome = grade.outcome === 'unfinished' && gaveUp ? 'wrong' : grade.outcome
  if (outcome === 'unfinished') return { id: attempt.id, status: 'refused', code: 'unfinished' }

  const offset = { sentAt, receivedAt: now }
  const finishedAt = correctedTime(attempt.finishedAt, offset)
  const before = await store.exerciseAttempts.insert(actor.userId, {
    ...attempt,
    numbers: exercise.numbers,
    outcome,
    score: grade.score,
    slips: Object.fromEntries(grade.tasks.map(({ task, slips }) => [task, slips])),
    startedAt: Math.min(finishedAt, correctedTime(attempt.startedAt, offset)),
    finishedAt,
    receivedAt: now,
  })
  const kept = before ?? { outcome, score: grade.score }
  return { id: attempt.id, status: before ? 'again' : 'stored', outcome: kept.outcome, score: kept.score }
}

function idOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? item.id
    : ''
}
