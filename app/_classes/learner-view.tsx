import type { LearnerPage } from '@/lib/classroom/get-learner'
import type { Locale } from '@/lib/core/content/content'
import { formatDate, formatDateTime, formatNumber, formatShare } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { classFiguresText } from '../_text/class-figures'
import { classesText } from '../_text/classes'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { Activity } from './activity'
import { AssignmentTitle } from './assignment-title'
import { HardCards } from './hard-cards'
import { PaceMark } from './pace-mark'
import { RecallCell } from './recall-cell'
import { SlipTables } from './slip-tables'

type LearnerViewProps = { classId: string; page: LearnerPage; locale: Locale; timeZone: string }

/** One learner, as far as the class goes. */
export function LearnerView({ classId, page, locale, timeZone }: LearnerViewProps) {
  const text = getText(classFiguresText, locale)
  const classText = getText(classesText, locale)
  const { className, assignments, learner, byDay, hardest, skills, runs } = page
  const assignmentOf = (id: string) => assignments.find((each) => each.id === id)
  const head = 'text-soft pb-2 pe-5 text-start text-xs font-normal'
  return (
    <>
      <p className="mb-2">
        <TextLink href={`/classes/${classId}`} isAlone>
          {text.backToClass(className)}
        </TextLink>
      </p>
      <PageHeader
        title={learner.name}
        lead={`${text.joinedOn(formatDate(locale, learner.joinedAt, timeZone))} · ${text.facts(
          learner.answers,
          learner.days,
          learner.minutes,
        )}`}
      />
      <div className="grid gap-14">
        <section className="grid gap-3">
          <h2 className="text-xl">{text.byDeck}</h2>
          {learner.decks.length === 0 ? <p className="text-soft">{text.nothingYet}</p> : null}
          {learner.decks.map((deck) => {
            const assignment = assignmentOf(deck.assignmentId)
            return (
              <div key={deck.assignmentId} className="border-hairline grid gap-2 border-t pt-3">
                <h3 className="flex flex-wrap items-baseline gap-x-4">
                  {assignment ? (
                    <AssignmentTitle
                      assignment={assignment}
                      untitled={classText.untitledQuiz}
                      locale={locale}
                    />
                  ) : null}
                  <span className="text-sm font-normal">
                    <PaceMark pace={deck.pace} locale={locale} />
                  </span>
                </h3>
                <dl className="grid grid-cols-2 gap-x-8 gap-y-2 text-sm sm:flex sm:flex-wrap">
                  <Fact name={text.answered}>
                    {formatNumber(locale, deck.met)} / {formatNumber(locale, deck.cards)}
                  </Fact>
                  <Fact name={text.dueNow}>{deck.due}</Fact>
                  <Fact name={text.kept7}>
                    <RecallCell recall={deck.days7} say={text.recall} locale={locale} />
                  </Fact>
                  <Fact name={text.kept30}>
                    <RecallCell recall={deck.days30} say={text.recall} locale={locale} />
                  </Fact>
                </dl>
              </div>
            )
          })}
        </section>
        <Activity byDay={byDay} locale={locale} />
        <section className="grid gap-3">
          <h2 className="text-xl">{text.quizRuns}</h2>
          {runs.length === 0 ? (
            <p className="text-soft">{text.nothingYet}</p>
          ) : (
            <table className="w-full max-w-3xl text-sm">
              <thead>
                <tr>
                  <th scope="col" className={head}>
                    {classText.quizKind}
                  </th>
                  <th scope="col" className={head}>
                    {text.begunAt}
                  </th>
                  <th scope="col" className={head}>
                    {text.score}
                  </th>
                </tr>
              </thead>
              <tbody className="border-hairline border-b">
                {runs.map(({ assignmentId, startedAt, score }, n) => {
                  const assignment = assignmentOf(assignmentId)
                  return (
                    <tr key={n} className="border-hairline border-t">
                      <th scope="row" className="py-2 pe-5 text-start font-normal">
                        {assignment ? (
                          <AssignmentTitle
                            assignment={assignment}
                            untitled={classText.untitledQuiz}
                            locale={locale}
                          />
                        ) : null}
                      </th>
                      <td className="pe-5">{formatDateTime(locale, startedAt, timeZone)}</td>
                      <td className="tabular-nums">
                        {score === null ? text.unfinished : formatShare(locale, score)}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          )}
        </section>
        <section className="grid gap-4">
          <h2 className="text-xl">{text.hardest}</h2>
          <HardCards cards={hardest} isOfOne locale={locale} />
        </section>
        <section className="grid gap-6">
          <h2 className="text-xl">{text.slips}</h2>
          <SlipTables skills={skills} isOfOne locale={locale} />
        </section>
      </div>
    </>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-soft text-xs">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}
