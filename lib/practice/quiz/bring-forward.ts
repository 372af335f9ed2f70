import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { findExerciseCard } from '@/lib/core/exercises/exercise-card'
import { isMissed } from '@/lib/core/quiz/score-quiz'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { QuizDefinition } from '@/lib/core/quiz/quiz'
import type { QuizResult } from '@/lib/store/quiz-runs'
import type { Store } from '@/lib/store/store'
import { recordEvent } from '@/lib/study/record-event'
import { uuidOf } from './finish-run'
import { quizOfRun } from './quiz-of-run'

/** `brought`: cards of what was missed that tomorrow's review asks now. */
export type BroughtForward = { brought: number; day: number }

/**
 * Brings what was missed into tomorrow's review: the cards themselves, and for a missed exercise the learner's cards that
 * ask it. Only cards of decks that the learner studies; suspended ones stay so. Pressing twice is pressing once.
 */
export async function bringForward(
  store: Store,
  actor: SignedIn,
  { id, calendar }: { id: string; calendar: StudyCalendar },
  now: number,
): Promise<Result<BroughtForward>> {
  if (!can(actor, 'study.write', { userId: actor.userId })) return fail('forbidden')
  const run = await store.quizRuns.find(actor.userId, id)
  const sat = run && (await quizOfRun(store, run, now))
  if (!run || !sat) return fail('not-found')
  if (run.score === null) return fail('conflict', { reason: 'not-finished' })

  if (sat.heldUntil !== null) return fail('conflict', { reason: 'feedback-later' })

  const day = studyDayAt(now, calendar) + 1
  const cardIds = await missedCards(store, actor.userId, sat.quiz.definition, run.score)
  const memories = new Map(
    (await store.memories.listByCards(actor.userId, cardIds)).map((memory) => [memory.cardId, memory]),
  )
  let brought = 0
  for (const cardId of cardIds) {
    const memory = memories.get(cardId)
    if (memory?.suspended) continue
    // In a step of minutes it comes by itself, and sooner.
    const isSooner = memory !== undefined && (memory.dueAt !== null || (memory.dueDay ?? Infinity) <= day)
    const event = {
      id: uuidOf(`${run.id} forward ${cardId}`),
      cardId,
      kind: 'BRING_FORWARD' as const,
      after: memory?.showing ?? null,
      answeredAt: now,
      schedulerRevisionId: '', // the one now in force
    }
    const sending = { sentAt: now, receivedAt: now, calendar, toDay: day }
    const isBrought =
      isSooner ||
      (await store.study.record((tx) => recordEvent(tx, actor, event, sending))).status !== 'refused'
    if (isBrought) brought++
  }
  return ok({ brought, day })
}

/** Cards that can be studied, of decks that the learner is enrolled in. */
async function missedCards(
  store: Store,
  userId: string,
  { questions }: QuizDefinition,
  { verdicts }: QuizResult,
): Promise<string[]> {
  const missed = new Set(verdicts.filter(isMissed).map(({ question }) => question))
  const cards = new Set<string>()
  const exercises = new Set<string>()
  for (const question of questions) {
    if (!missed.has(question.id)) continue
    if (question.kind === 'computed') exercises.add(question.exercise)
    else cards.add(question.cardId)
  }
  const found: string[] = []
  for (const { deckId } of await store.enrolments.listByUser(userId)) {
    const [notes, ofDeck] = await Promise.all([
      store.notes.listByDeck(deckId),
      store.cards.listByDeck(deckId),
    ])
    const noteOf = new Map(notes.map((note) => [note.id, note]))
    for (const { id, noteId, retiredAt } of ofDeck) {
      const note = noteOf.get(noteId)
      if (!note || retiredAt !== null) continue
      const exercise = note.kind === 'EXERCISE' ? findExerciseCard(note.published?.exercise) : null
      if (cards.has(id) || (exercise !== null && exercises.has(exercise.id))) found.push(id)
    }
  }
  return found
}
