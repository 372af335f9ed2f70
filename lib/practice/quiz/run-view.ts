import { LOCALES, type Localized, type Locale } from '@/lib/core/content/content'
import { acceptedAnswers } from '@/lib/core/quiz/accepted-answers'
import { choiceLetter, type QuizAnswers } from '@/lib/core/quiz/quiz'
import type { QuizResult, QuizRunRow } from '@/lib/store/quiz-runs'
import { isComputed, type OpenQuestion } from './open-quiz'
import type { SatQuiz } from './quiz-of-run'

/** What was right, told only of a finished run: of a choice its letter, of a typed answer the first accepted one. */
export type Revealed = { question: string; right: string; backs: Localized<string> }

export type RunView = {
  id: string
  startedAt: number
  finishedAt: number | null
  /** When the time is up; null without a limit. */
  endsAt: number | null
  answers: QuizAnswers
  /** Null until it is finished and its class may be told. */
  result: QuizResult | null
  revealed: Revealed[]
  /** It is finished, and is told then; null otherwise. */
  heldUntil: number | null
}

export function runView(
  { id, startedAt, finishedAt, answers, score }: QuizRunRow,
  { quiz, heldUntil, dueAt }: SatQuiz,
  questions: OpenQuestion[],
  locale: Locale,
): RunView {
  const isTold = finishedAt !== null && heldUntil === null
  return {
    id,
    startedAt,
    finishedAt,
    endsAt: endOf(startedAt, quiz.definition.minutes, dueAt),
    answers,
    result: isTold ? score : null,
    revealed: isTold ? questions.flatMap((open) => reveal(open, locale)) : [],
    heldUntil: finishedAt === null ? null : heldUntil,
  }
}

/** When its time is up, or its class is due, whichever comes first. */
export function endOf(startedAt: number, minutes: number | null, dueAt: number | null): number | null {
  const end = Math.min(minutes === null ? Infinity : startedAt + minutes * 60_000, dueAt ?? Infinity)
  return end === Infinity ? null : end
}

function reveal(open: OpenQuestion, locale: Locale): Revealed[] {
  if (isComputed(open)) return []
  const { question, content } = open
  const sides = content.cards.find(({ ord }) => ord === question.face.ord)?.sides
  const backs: Revealed['backs'] = {}
  for (const each of LOCALES) {
    const side = sides?.[each]
    if (side !== undefined) backs[each] = side.back
  }
  const right =
    question.mode === 'choice'
      ? choiceLetter(question.right)
      : (acceptedAnswers(content, question.face.ord, question.mode, locale)[0] ?? '')
  return [{ question: question.id, right, backs }]
}
