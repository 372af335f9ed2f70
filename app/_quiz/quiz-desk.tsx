'use client'

import { useEffect } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import type { QuizView } from '@/lib/practice/quiz/get-quiz'
import type { RunView } from '@/lib/practice/quiz/run-view'
import { useIsHydrated } from '../_ui/use-is-hydrated'
import { postToWorker } from '../_study/tell-worker-used'
import { useKeptPage } from '../_study/use-kept-page'
import { quizText } from '../_text/quiz'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { PageHeader } from '../_ui/page-header'
import { QuizLink } from './quiz-link'
import { QuizResult } from './quiz-result'
import { QuizSitting } from './quiz-sitting'
import { useQuizRun } from './use-quiz-run'

type QuizDeskProps = {
  learner: string
  quiz: QuizView
  /** The run that the address names, or one that is not finished. */
  run: RunView | null
  formulas: Record<string, string>
}

/** A quiz from its first page to its result. */
export function QuizDesk(props: QuizDeskProps) {
  const text = useText(quizText)
  const { quiz } = props
  useKeptPage()
  const facts = [
    text.questions(quiz.questions.length),
    quiz.minutes === null ? text.noLimit : text.minutes(quiz.minutes),
  ]
  return (
    <div>
      <PageHeader title={quiz.title || text.untitled} lead={facts.join(' · ')} />
      {quiz.withheld > 0 ? <p className="mb-6">{text.withheld(quiz.withheld)}</p> : null}
      {useIsHydrated() ? <Desk {...props} /> : null}
    </div>
  )
}

function Desk({ learner, quiz, run: begun, formulas }: QuizDeskProps) {
  const text = useText(quizText)
  const { link, minutes } = quiz
  const run = useQuizRun({ learner, link, minutes, begun })
  const finished = run.result ?? (begun?.finishedAt != null && run.draft === null ? begun : null)
  const finishedId = finished?.id

  useEffect(() => {
    // A reload shows the result again.
    if (finishedId === undefined) return
    const path = `/quiz/${link}?run=${finishedId}`
    window.history.replaceState(null, '', path)
    void postToWorker({ kind: 'keep', path })
  }, [finishedId, link])

  if (quiz.questions.length === 0) return null
  if (run.draft !== null) return <QuizSitting quiz={quiz} draft={run.draft} run={run} formulas={formulas} />
  const begin = () => {
    window.history.replaceState(null, '', `/quiz/${link}`)
    void run.begin()
  }
  if (finished !== null) {
    return (
      <div className="grid gap-10">
        <QuizResult quiz={quiz} run={finished} />
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/quiz" look="primary">
            {text.another}
          </ButtonLink>
          <Button onClick={begin}>{text.again}</Button>
        </div>
        <QuizLink link={link} />
      </div>
    )
  }
  return (
    <div className="grid gap-8">
      <div className="grid justify-items-start gap-3">
        <Button look="primary" size="large" onClick={begin}>
          {text.start}
        </Button>
        <p className="text-soft max-w-measure text-sm">{text.startHint}</p>
      </div>
      <QuizLink link={link} />
    </div>
  )
}
