'use client'

import { useEffect, useRef, type FormEvent } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import type { QuizView } from '@/lib/practice/quiz/get-quiz'
import { quizText } from '../_text/quiz'
import { Button } from '../_ui/button'
import { classNames } from '../_ui/class-names'
import { ProgressBar } from '../_ui/progress-bar'
import { StatusLine } from '../_ui/status-line'
import { ComputedQuestion } from './computed-question'
import { ConceptQuestion } from './concept-question'
import { isAnswered } from './is-answered'
import type { QuizDraft } from './quiz-draft'
import { TimeLeft } from './time-left'
import type { QuizRun } from './use-quiz-run'

type QuizSittingProps = {
  quiz: QuizView
  draft: QuizDraft
  run: QuizRun
  formulas: Record<string, string>
}

/** One question at a time. Enter goes on; nothing is judged. */
export function QuizSitting({ quiz, draft, run, formulas }: QuizSittingProps) {
  const text = useText(quizText)
  const { questions } = quiz
  const place = Math.min(draft.place, questions.length - 1)
  const question = questions[place]
  const isLast = place === questions.length - 1
  const open = questions.filter(({ id }) => !isAnswered(draft.answers[id])).length
  const heading = useRef<HTMLHeadingElement>(null)
  const since = useRef(0)

  useEffect(() => {
    since.current = Date.now()
    heading.current?.focus()
  }, [place])

  const onAnswer = (answer: Parameters<QuizRun['answer']>[1]) => {
    const now = Date.now()
    run.answer(question.id, answer, now - since.current)
    since.current = now
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isLast) run.finish()
    else run.goTo(place + 1)
  }
  if (draft.isFinishing) {
    return <p role="status">{run.failure ?? text.finishing}</p>
  }
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-6">
      <div className="grid gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-4">
          <h2 ref={heading} tabIndex={-1} className="text-xl outline-none">
            {text.question(place + 1, questions.length)}
          </h2>
          {draft.endsAt === null ? null : <TimeLeft endsAt={draft.endsAt} onEnd={run.finish} />}
        </div>
        <ProgressBar done={questions.length - open} total={questions.length} name={text.progress} />
      </div>
      {question.kind === 'computed' ? (
        <ComputedQuestion
          key={question.id}
          question={question}
          answer={draft.answers[question.id]}
          formulas={formulas}
          onAnswer={onAnswer}
        />
      ) : (
        <ConceptQuestion
          key={question.id}
          question={question}
          answer={draft.answers[question.id]}
          onAnswer={onAnswer}
        />
      )}
      <div className="border-hairline flex flex-wrap items-center gap-3 border-t pt-5">
        <Button disabled={place === 0} onClick={() => run.goTo(place - 1)}>
          {text.earlier}
        </Button>
        <Button type="submit" look="primary">
          {isLast ? text.finish : text.later}
        </Button>
        {isLast ? (
          <p className="text-soft text-sm">{open > 0 ? text.finishOpen(open) : text.allAnswered}</p>
        ) : null}
      </div>
      <StatusLine tone="danger">{run.failure}</StatusLine>
      <nav aria-label={text.goTo}>
        <ol className="flex flex-wrap gap-1.5">
          {questions.map(({ id }, index) => (
            <li key={id}>
              <button
                type="button"
                aria-current={index === place ? 'step' : undefined}
                aria-label={text.goToQuestion(index + 1, isAnswered(draft.answers[id]))}
                onClick={() => run.goTo(index)}
                className={classNames(
                  'aria-[current]:border-accent hover:border-ink min-h-11 min-w-11 rounded-md border text-sm tabular-nums',
                  isAnswered(draft.answers[id]) ? 'border-outline bg-accent-wash' : 'border-hairline',
                )}
              >
                {index + 1}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </form>
  )
}
