'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { ClassQuizView } from '@/lib/practice/quiz/get-class-quiz'
import { useIsHydrated } from '../_ui/use-is-hydrated'
import { QuizResult } from '../_quiz/quiz-result'
import { QuizSitting } from '../_quiz/quiz-sitting'
import { useQuizRun } from '../_quiz/use-quiz-run'
import { classDeskText } from '../_text/class-desk'
import { classFiguresText } from '../_text/class-figures'
import { classesText } from '../_text/classes'
import { quizText } from '../_text/quiz'
import { Button } from '../_ui/button'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'

type ClassQuizDeskProps = {
  learner: string
  className: string
  view: ClassQuizView
  formulas: Record<string, string>
  timeZone: string
}

/** A class' quiz from its terms to its result, which may be told later. */
export function ClassQuizDesk(props: ClassQuizDeskProps) {
  const text = useText(classesText)
  const figureText = useText(classFiguresText)
  const ofQuiz = useText(quizText)
  const { className, view } = props
  const { quiz, classId } = view
  const facts = [
    ...(quiz.questions.length > 0 ? [ofQuiz.questions(quiz.questions.length)] : []),
    quiz.minutes === null ? ofQuiz.noLimit : ofQuiz.minutes(quiz.minutes),
  ]
  return (
    <div>
      <p className="mb-2">
        <TextLink href={`/classes/${classId}`} isAlone>
          {figureText.backToClass(className)}
        </TextLink>
      </p>
      <PageHeader title={quiz.title || text.untitledQuiz} lead={facts.join(' · ')} />
      {quiz.withheld > 0 ? <p className="mb-6">{ofQuiz.withheld(quiz.withheld)}</p> : null}
      {useIsHydrated() ? <Desk {...props} /> : null}
    </div>
  )
}

function Desk({ learner, view, formulas, timeZone }: ClassQuizDeskProps) {
  const text = useText(classesText)
  const deskText = useText(classDeskText)
  const locale = useLocale()
  const router = useRouter()
  const { quiz, dueAt, closed, attempts, begun } = view
  const { link, minutes } = quiz
  const run = useQuizRun({ learner, link, isForClass: true, minutes, dueAt, begun: view.run })
  const when = (at: number) => formatDateTime(locale, at, timeZone)
  const handedIn = run.result
  useEffect(() => {
    // The attempts that are left are the server's to count.
    if (handedIn !== null) router.refresh()
  }, [handedIn, router])

  if (run.draft !== null && quiz.questions.length > 0)
    return <QuizSitting quiz={quiz} draft={run.draft} run={run} formulas={formulas} />
  const finished = handedIn ?? (view.run?.finishedAt != null ? view.run : null)
  return (
    <div className="grid gap-10">
      {finished === null ? null : finished.heldUntil !== null ? (
        <p className="font-serif text-xl" role="status">
          {text.waitForResult(when(dueAt ?? finished.heldUntil))}
        </p>
      ) : (
        <QuizResult quiz={quiz} run={finished} />
      )}
      {closed === null && quiz.questions.length > 0 ? (
        <div className="grid justify-items-start gap-4">
          <Button
            look={finished === null ? 'primary' : 'plain'}
            size={finished === null ? 'large' : 'normal'}
            onClick={() => void run.begin()}
          >
            {finished === null ? text.begin : text.again}
          </Button>
          <ul className="text-soft grid max-w-measure gap-1 text-sm">
            {terms().map((term) => (
              <li key={term}>{term}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {closed === null ? null : <p className="text-soft">{whyClosed()}</p>}
    </div>
  )

  function terms(): string[] {
    const isLater = view.feedback === 'AFTER_DUE' && dueAt !== null
    return [
      attempts === null ? '' : text.attemptsOf(begun + 1, attempts),
      view.numbers === 'INDIVIDUAL' ? text.ownNumbers : '',
      dueAt === null ? '' : text.arriveBy(when(dueAt)),
      isLater ? text.toldLater(when(dueAt)) : text.toldAtOnce,
      deskText.unproctored,
    ].filter(Boolean)
  }

  function whyClosed(): string {
    switch (closed) {
      case 'not-started':
        return text.closed['not-started'](when(view.startsAt ?? 0))
      case 'over':
        return text.closed.over(when(dueAt ?? 0))
      case 'no-attempts-left':
        return text.closed['no-attempts-left']
      case 'archived':
        return text.closed.archived
      case null:
        return ''
    }
  }
}
