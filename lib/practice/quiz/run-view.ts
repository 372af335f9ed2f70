import { LOCALES, type Localized, type Locale } from '@/lib/core/content/content'
import { acceptedAnswers } from '@/lib/core/quiz/accepted-answers'
import { choiceLetter, type QuizAnswers } from '@/lib/core/quiz/quiz'
import type { QuizResult, QuizRunRow } from '@/lib/store/quiz-runs'
import { isComputed, type OpenQuestion } from './open-quiz'

/** What was right, told only of a finished run: of a choice its letter, of a typed answer the first accepted one. */
export type Revealed = { question: string; right: string; backs: Localized<string> }

export type RunView = {
  id: string
  startedAt: number
  finishedAt: number | null
  /** When the time is up; null without a limit. */
  endsAt: number | null
  answers: QuizAnswers
  result: QuizResult | null
  revealed: Revealed[]
}

export function runView(
  { id, startedAt, finishedAt, answers, score }: QuizRunRow,
  minutes: number | null,
  questions: OpenQuestion[],
  locale: Locale,
): RunView {
  return {
    id,
    startedAt,
    finishedAt,
    endsAt: endOf(startedAt, minutes),
    answers,
    result: score,
    revealed: finishedAt === null ? [] : questions.flatMap((open) => reveal(open, locale)),
  }
}

export const endOf = (startedAt: number, minutes: number | null): number | null =>
  minutes === null ? null : startedAt + minutes * 60_000

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
