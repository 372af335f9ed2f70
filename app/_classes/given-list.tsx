'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { AssignmentView } from '@/lib/classroom/assignment-view'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { useSubmit } from '../_api/use-submit'
import { classDeskText } from '../_text/class-desk'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'
import { AssignmentTitle } from './assignment-title'
import { dateFacts } from './date-facts'
import { DateFields, readDates, readExam } from './date-fields'
import { plainTitle } from './plain-title'
import { QuizTermFields, readTerms } from './quiz-term-fields'

type GivenListProps = { classId: string; assignments: AssignmentView[]; timeZone: string; now: number }

/** What the class has been given, each to be changed or taken back. */
export function GivenList({ classId, assignments, timeZone, now }: GivenListProps) {
  const text = useText(classDeskText)
  const classText = useText(classesText)
  const locale = useLocale()
  const [changing, setChanging] = useState<AssignmentView | null>(null)
  const [leaving, setLeaving] = useState<AssignmentView | null>(null)
  const nameOf = (assignment: AssignmentView) => plainTitle(assignment, classText.untitledQuiz, locale)
  return (
    <>
      <ul className="border-hairline border-b">
        {assignments.map((assignment) => (
          <li
            key={assignment.id}
            className="border-hairline grid items-center gap-x-6 gap-y-1 border-t py-2 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="grid min-w-0 gap-0.5">
              <p>
                <span className="text-soft me-2 text-sm">
                  {assignment.kind === 'deck' ? classText.deckKind : classText.quizKind}
                </span>
                <AssignmentTitle assignment={assignment} untitled={classText.untitledQuiz} locale={locale} />
              </p>
              <p className="text-soft text-sm">
                {[...dateFacts(assignment, { locale, timeZone, now }), ...termFacts(assignment)].join(' · ')}
              </p>
            </div>
            <div className="-ms-3 flex">
              <Button
                look="quiet"
                aria-label={text.changeOf(nameOf(assignment))}
                onClick={() => setChanging(assignment)}
              >
                {text.change}
              </Button>
              <Button
                look="quiet"
                aria-label={text.takeBackOf(nameOf(assignment))}
                onClick={() => setLeaving(assignment)}
              >
                {text.takeBack}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Dialog
        isOpen={changing !== null}
        onClose={() => setChanging(null)}
        title={changing ? text.changeOf(nameOf(changing)) : ''}
      >
        {changing ? (
          <ChangeForm classId={classId} assignment={changing} close={() => setChanging(null)} />
        ) : null}
      </Dialog>
      <TakeBack
        classId={classId}
        assignment={leaving}
        name={leaving ? nameOf(leaving) : ''}
        close={() => setLeaving(null)}
      />
    </>
  )

  function termFacts(assignment: AssignmentView): string[] {
    if (assignment.kind === 'deck') return []
    const { attempts, numbers, feedback } = assignment
    return [
      text.term(text.attempts, attempts === null ? text.unlimited : text.attemptChoice(attempts)),
      text.term(text.numbers, text.numbersChoice[numbers]),
      text.term(text.feedback, text.feedbackChoice[feedback]),
    ]
  }
}

function ChangeForm({
  classId,
  assignment,
  close,
}: {
  classId: string
  assignment: AssignmentView
  close: () => void
}) {
  const text = useText(classDeskText)
  const classText = useText(classesText)
  const router = useRouter()
  const isDeck = assignment.kind === 'deck'
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) =>
      callApi('PATCH', `/classes/${classId}/assignments/${assignment.id}`, {
        ...readDates(form),
        ...(isDeck ? readExam(form) : readTerms(form)),
      }),
    () => {
      router.refresh()
      close()
    },
    ['startsAt', 'dueAt', 'examAt'],
  )
  return (
    <form onSubmit={onSubmit} className="grid gap-5">
      <DateFields dates={assignment} hasExam={isDeck} errors={fields} />
      {assignment.kind === 'quiz' ? <QuizTermFields terms={assignment} /> : null}
      <StatusLine tone="danger">{message}</StatusLine>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={close}>{classText.cancel}</Button>
        <Button type="submit" look="primary" isBusy={isBusy}>
          {isBusy ? text.saving : text.save}
        </Button>
      </div>
    </form>
  )
}

function TakeBack({
  classId,
  assignment,
  name,
  close,
}: {
  classId: string
  assignment: AssignmentView | null
  name: string
  close: () => void
}) {
  const text = useText(classDeskText)
  const classText = useText(classesText)
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  async function takeBack() {
    if (!assignment) return
    const answer = await callApi('DELETE', `/classes/${classId}/assignments/${assignment.id}`)
    if (!answer.ok) return setProblem(answer.message)
    setProblem(null)
    close()
    router.refresh()
  }
  return (
    <Dialog
      isOpen={assignment !== null}
      onClose={close}
      title={text.takeBackTitle(name)}
      actions={
        <>
          <Button onClick={close}>{classText.cancel}</Button>
          <Button look="danger" onClick={takeBack}>
            {text.takeBack}
          </Button>
        </>
      }
    >
      <p>{assignment?.kind === 'quiz' ? text.takeBackQuiz : text.takeBackDeck}</p>
      <StatusLine tone="danger">{problem}</StatusLine>
    </Dialog>
  )
}
