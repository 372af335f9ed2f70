import type { LearnerPage } from '@/lib/classroom/get-learner'
import type { Locale } from '@/lib/core/content/content'
import { formatDate } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { classFiguresText } from '../_text/class-figures'

const DAY_MS = 86_400_000
const HEIGHT = 96
const STEP = 20

/** Answers on each of the last thirty days: drawn as bars, and as the table behind them. */
export function Activity({ byDay, locale }: { byDay: LearnerPage['byDay']; locale: Locale }) {
  const text = getText(classFiguresText, locale)
  const all = byDay.reduce((sum, { answers }) => sum + answers, 0)
  const most = Math.max(1, ...byDay.map(({ answers }) => answers))
  // A study day is a date without a zone: the days from 1970 on.
  const dateOf = (studyDay: number) => formatDate(locale, studyDay * DAY_MS, 'UTC')
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{text.activity}</h2>
      <svg
        role="img"
        aria-label={text.activityOf(all)}
        viewBox={`0 0 ${byDay.length * STEP} ${HEIGHT + 2}`}
        className="h-auto w-full max-w-3xl"
      >
        {byDay.map(({ studyDay, answers }, n) => {
          const height = Math.max(answers > 0 ? 3 : 0, (answers / most) * HEIGHT)
          return (
            <rect
              key={studyDay}
              x={n * STEP + 3}
              y={HEIGHT - height}
              width={STEP - 6}
              height={height}
              fill="var(--accent)"
            />
          )
        })}
        <line x1={0} x2={byDay.length * STEP} y1={HEIGHT + 1} y2={HEIGHT + 1} stroke="var(--outline)" />
      </svg>
      <div className="text-soft flex max-w-3xl justify-between text-xs">
        <span>{dateOf(byDay[0].studyDay)}</span>
        <span>{dateOf(byDay[byDay.length - 1].studyDay)}</span>
      </div>
      <details className="text-sm">
        <summary className="text-accent inline-block cursor-pointer py-2.5">{text.asTable}</summary>
        <table>
          <thead className="text-soft text-xs">
            <tr>
              <th scope="col" className="pe-8 text-start font-normal">
                {text.day}
              </th>
              <th scope="col" className="text-end font-normal">
                {text.answersColumn}
              </th>
            </tr>
          </thead>
          <tbody>
            {byDay.map(({ studyDay, answers }) => (
              <tr key={studyDay} className="border-hairline border-t">
                <th scope="row" className="py-1 pe-8 text-start font-normal">
                  {dateOf(studyDay)}
                </th>
                <td className="text-end tabular-nums">{answers}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
