'use client'

import { useMemo } from 'react'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { keptExercise } from '@/lib/core/exercises/make-exercise'
import type { ComputedQuestion, QuizAnswer } from '@/lib/core/quiz/quiz'
import { isMissed, type QuestionVerdict } from '@/lib/core/quiz/score-quiz'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { PublicConcept, PublicQuestion } from '@/lib/practice/quiz/get-quiz'
import type { Revealed } from '@/lib/practice/quiz/run-view'
import { ReviewedExercise } from '../_exercise/reviewed-exercise'
import { quizText } from '../_text/quiz'
import { CardSide } from '../_ui/card-side'
import { classNames } from '../_ui/class-names'
import { isAnswered } from './is-answered'
import { sideOf } from './side-of'

type ReviewedQuestionProps = {
  number: number
  of: number
  question: PublicQuestion
  answer: QuizAnswer | undefined
  verdict: QuestionVerdict | undefined
  revealed: Revealed | undefined
}

/** One question after the end: what was answered, what was right, and what went wrong. */
export function ReviewedQuestion({ number, of, question, answer, verdict, revealed }: ReviewedQuestionProps) {
  const text = useText(quizText)
  if (verdict === undefined) return null
  const missed = isMissed(verdict)
  return (
    <li className="border-hairline grid grid-cols-[minmax(0,1fr)] gap-4 border-t pt-5">
      <h3 className="flex flex-wrap items-baseline gap-x-4">
        <span>{text.question(number, of)}</span>
        <span className={classNames('text-sm', missed ? 'text-danger' : 'text-good')}>
          <span aria-hidden="true">{missed ? '✗' : '✓'} </span>
          {isAnswered(answer) ? text.outcome[verdict.outcome] : text.outcome.empty}
        </span>
      </h3>
      {question.kind === 'computed' ? (
        <ReviewedComputed question={question} answer={answer} />
      ) : (
        <ReviewedCard question={question} answer={answer} revealed={revealed} isMissed={missed} />
      )}
    </li>
  )
}

function ReviewedComputed({
  question,
  answer,
}: {
  question: ComputedQuestion
  answer: QuizAnswer | undefined
}) {
  const exercise = useMemo(
    () => keptExercise(getExercise(question.exercise), question.rung, question.seed, question.numbers),
    [question],
  )
  return (
    <ReviewedExercise
      exercise={exercise}
      form={question.form}
      responses={answer?.responses ?? {}}
      saysEmpty={false}
    />
  )
}

function ReviewedCard({
  question,
  answer,
  revealed,
  isMissed,
}: {
  question: PublicConcept
  answer: QuizAnswer | undefined
  revealed: Revealed | undefined
  isMissed: boolean
}) {
  const text = useText(quizText)
  const reader = useLocale()
  const found = sideOf(question.sides, reader)
  if (found === null) return null
  const { side, locale } = found
  const back = revealed === undefined ? null : sideOf(revealed.backs, reader)
  const chosen = side.choices.find(({ letter }) => letter === answer?.text)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <CardSide html={side.front} locale={locale} className="max-w-measure" />
      {isMissed && isAnswered(answer) ? (
        <div className="border-caution grid grid-cols-[minmax(0,1fr)] gap-1 border-s-4 py-1 ps-4">
          <p className="text-soft text-sm">{text.youAnswered}</p>
          {chosen === undefined ? <p>{answer?.text}</p> : <CardSide html={chosen.html} locale={locale} />}
        </div>
      ) : null}
      {back === null ? null : (
        <div className="border-good grid grid-cols-[minmax(0,1fr)] gap-1 border-s-4 py-1 ps-4">
          <p className="text-soft text-sm">{text.rightAnswer}</p>
          <CardSide html={back.side} locale={back.locale} />
        </div>
      )}
    </div>
  )
}
