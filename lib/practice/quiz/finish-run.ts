import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { gradeAttempt } from '@/lib/core/exercises/grade-attempt'
import { hashText } from '@/lib/core/exercises/random-stream'
import { judgeComputed, judgeConcept } from '@/lib/core/quiz/judge-answer'
import type { QuizAnswer, QuizAnswers } from '@/lib/core/quiz/quiz'
import { scoreQuiz, type QuestionVerdict } from '@/lib/core/quiz/score-quiz'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StoredAttempt } from '@/lib/store/attempts'
import type { Store } from '@/lib/store/store'
import { isComputed, openQuiz, type OpenComputed, type OpenQuestion } from './open-quiz'
import { quizOfRun } from './quiz-of-run'
import { runView, type RunView } from './run-view'

/**
 * Ends a run and judges it here, whatever a browser thinks: exercises from their numbers, cards from the revision that
 * the quiz fixed. Each exercise that was answered is kept as an attempt. Finishing again returns what was found before.
 */
export async function finishRun(
  store: Store,
  actor: SignedIn,
  { id, locale }: { id: string; locale: Locale },
  now: number,
): Promise<Result<RunView>> {
  if (!can(actor, 'study.write', { userId: actor.userId })) return fail('forbidden')
  const begun = await store.quizRuns.find(actor.userId, id)
  const sat = begun && (await quizOfRun(store, begun, now))
  if (!begun || !sat) return fail('not-found')
  const { questions } = await openQuiz(store, actor, sat.quiz)

  const run = await store.transaction(async (tables) => {
    const taken = await tables.quizRuns.take(actor.userId, begun)
    if (taken.finishedAt !== null) return taken
    const verdicts = questions.map((open) => judge(open, taken.answers, locale))
    const score = { ...scoreQuiz(verdicts), verdicts }
    await tables.quizRuns.finish(actor.userId, id, score, now)
    for (const open of questions) {
      const answer = taken.answers[open.question.id]
      if (!isComputed(open) || answer === undefined) continue
      await tables.exerciseAttempts.insert(actor.userId, attemptOf(open, answer, id, now))
    }
    return { ...taken, score, finishedAt: now }
  })
  return ok(runView(run, sat, questions, locale))
}

function judge(open: OpenQuestion, answers: QuizAnswers, locale: Locale): QuestionVerdict {
  const { question } = open
  const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
  const common = { question: question.id, isAnswered: answer !== undefined, millis: answer?.millis ?? 0 }
  if (isComputed(open)) {
    const judged = judgeComputed(open.question, open.exercise, answer)
    return { ...common, ...judged, skills: [open.question.exercise] }
  }
  const judged = judgeConcept(open.question, open.content, answer, locale)
  return { ...common, ...judged, skills: open.question.tags.map((tag) => `tag:${tag}`) }
}

function attemptOf(
  { question, exercise }: OpenComputed,
  answer: QuizAnswer,
  quizRunId: string,
  now: number,
): StoredAttempt {
  const { exercise: name, rung, form, generatorVersion, seed, numbers } = question
  const responses = answer.responses ?? {}
  const { tasks } = gradeAttempt(exercise, form, responses)
  return {
    id: uuidOf(`${quizRunId} ${question.id}`),
    context: 'QUIZ',
    exercise: name,
    rung,
    form,
    generatorVersion,
    seed,
    numbers,
    responses,
    ...judgeComputed(question, exercise, answer),
    slips: Object.fromEntries(tasks.map(({ task, slips }) => [task, slips])),
    hints: 0,
    millis: answer.millis,
    startedAt: Math.max(0, answer.at - answer.millis),
    finishedAt: answer.at,
    receivedAt: now,
    quizRunId,
  }
}

/** The same question of the same run has the same id, so that it is kept once (UUID version 8, RFC 9562 §5.8). */
export function uuidOf(name: string): string {
  const hex = hashText(name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
