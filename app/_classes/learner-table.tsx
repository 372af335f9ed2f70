import type { ReactNode } from 'react'
import type { AssignmentView } from '@/lib/classroom/assignment-view'
import type { LearnerRow } from '@/lib/classroom/learner-row'
import type { Locale } from '@/lib/core/content/content'
import { formatAgo, formatNumber, formatShare } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { PersonMarks } from '../_people/person-marks'
import { classFiguresText } from '../_text/class-figures'
import { classesText } from '../_text/classes'
import { classNames } from '../_ui/class-names'
import { ProgressBar } from '../_ui/progress-bar'
import { TextLink } from '../_ui/text-link'
import { PaceMark } from './pace-mark'
import { plainTitle } from './plain-title'
import { RecallCell } from './recall-cell'

type LearnerTableProps = {
  classId: string
  learners: LearnerRow[]
  assignments: AssignmentView[]
  locale: Locale
  now: number
}

/** After it come the quizzes, whose names are as long as their author likes. */
const LAST_FIGURE = 6

/** A row a learner: on a desk a table, on a phone each row a block whose figures carry their names. */
export function LearnerTable({ classId, learners, assignments, locale, now }: LearnerTableProps) {
  const text = getText(classFiguresText, locale)
  const classText = getText(classesText, locale)
  const quizzes = assignments.filter(({ kind }) => kind === 'quiz')
  const heads = [
    text.learner,
    text.standing,
    text.answered,
    text.dueNow,
    text.kept7,
    text.kept30,
    text.lastAnswer,
    ...quizzes.map((quiz) => plainTitle(quiz, classText.untitledQuiz, locale)),
  ]
  return (
    <table className="w-full text-sm">
      <thead className="text-soft sr-only text-xs lg:not-sr-only">
        <tr className="lg:table-row">
          {heads.map((head, n) => (
            <th
              key={n}
              scope="col"
              className={classNames(
                'pe-5 pb-2 text-start align-bottom font-normal',
                n > LAST_FIGURE ? 'max-w-32' : 'whitespace-nowrap',
              )}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="border-hairline border-b">
        {learners.map((learner) => (
          <tr
            key={learner.id}
            className="border-hairline grid grid-cols-2 gap-x-4 gap-y-2 border-t py-3 lg:table-row"
          >
            <th scope="row" className="col-span-2 pe-5 text-start font-normal lg:py-1">
              <TextLink
                href={`/classes/${classId}/learners/${learner.id}`}
                isAlone
                className="text-base break-words"
              >
                {learner.name}
              </TextLink>
              <PersonMarks isGuest={learner.isGuest} />
            </th>
            <Cell head={text.standing}>
              <PaceMark pace={learner.pace} locale={locale} />
            </Cell>
            <Cell head={text.answered}>
              <span className="grid gap-1 pe-2 whitespace-nowrap tabular-nums">
                {formatNumber(locale, learner.met)} / {formatNumber(locale, learner.cards)}
                <ProgressBar
                  done={learner.met}
                  total={learner.cards}
                  name={classText.met(learner.met, learner.cards)}
                />
              </span>
            </Cell>
            <Cell head={text.dueNow}>
              <span className="tabular-nums">{learner.due}</span>
            </Cell>
            <Cell head={text.kept7}>
              <RecallCell recall={learner.days7} say={text.recall} locale={locale} />
            </Cell>
            <Cell head={text.kept30}>
              <RecallCell recall={learner.days30} say={text.recall} locale={locale} />
            </Cell>
            <Cell head={text.lastAnswer}>
              {learner.lastAnsweredAt === null ? (
                <span className="text-soft">{text.never}</span>
              ) : (
                <span className="whitespace-nowrap">{formatAgo(locale, learner.lastAnsweredAt, now)}</span>
              )}
            </Cell>
            {quizzes.map((quiz) => {
              const standing = learner.quizzes.find(({ assignmentId }) => assignmentId === quiz.id)
              const { best = null, begun = 0 } = standing ?? {}
              return (
                <Cell key={quiz.id} head={plainTitle(quiz, classText.untitledQuiz, locale)}>
                  {best !== null ? (
                    <span className="tabular-nums">{text.best(formatShare(locale, best))}</span>
                  ) : (
                    <span className="text-soft">{begun > 0 ? text.unfinished : text.notTaken}</span>
                  )}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ head, children }: { head: string; children: ReactNode }) {
  return (
    <td className="pe-5 align-middle lg:py-1">
      <span aria-hidden="true" className="text-soft block text-xs lg:hidden">
        {head}
      </span>
      {children}
    </td>
  )
}
