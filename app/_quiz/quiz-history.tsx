import type { Locale } from '@/lib/core/content/content'
import { formatDateTime, formatShare } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import type { RunSummary } from '@/lib/practice/quiz/list-runs'
import { quizText } from '../_text/quiz'
import { TextLink } from '../_ui/text-link'
import { ScoreTrend } from './score-trend'

const MOST_POINTS = 30

type QuizHistoryProps = { runs: RunSummary[]; locale: Locale; timeZone: string }

/** Where a run is looked at; a class may have taken its quiz back. */
function pathOf({ link, assignment }: RunSummary): string | null {
  if (assignment !== null) return `/classes/${assignment.classId}/quiz/${assignment.id}`
  return link === null ? null : `/quiz/${link}`
}

/** What was taken and how it went: a picture of the trend, and the table behind it. */
export function QuizHistory({ runs: taken, locale, timeZone }: QuizHistoryProps) {
  const runs = taken.map((run) => ({ ...run, path: pathOf(run) }))
  const text = getText(quizText, locale)
  const scores = runs
    .flatMap(({ score }) => (score === null ? [] : [score.score]))
    .slice(0, MOST_POINTS)
    .reverse()
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{text.history}</h2>
      {runs.length === 0 ? <p className="text-soft">{text.noHistory}</p> : null}
      {scores.length > 1 ? <ScoreTrend scores={scores} name={text.trend} locale={locale} /> : null}
      {runs.length > 0 ? (
        <table className="w-full max-w-2xl">
          <thead className="text-soft text-sm">
            <tr>
              <th className="py-2 text-start font-medium">{text.title}</th>
              <th className="hidden py-2 text-start font-medium sm:table-cell">{text.date}</th>
              <th className="py-2 text-end font-medium">{text.score}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(({ id, path, title, startedAt, finishedAt, score }) => (
              <tr key={id} className="border-hairline border-t">
                <td className="py-1 pe-4">
                  {path === null ? (
                    <span className="inline-block py-2.75">{title || text.untitled}</span>
                  ) : (
                    <TextLink
                      isAlone
                      href={`${path}?run=${id}`}
                      aria-label={`${title || text.untitled}: ${finishedAt === null ? text.goOn : text.seeResult}`}
                    >
                      {title || text.untitled}
                    </TextLink>
                  )}
                  <p className="text-soft pb-2 text-sm sm:hidden">
                    {formatDateTime(locale, startedAt, timeZone)}
                  </p>
                </td>
                <td className="text-soft hidden py-1 pe-4 text-sm sm:table-cell">
                  {formatDateTime(locale, startedAt, timeZone)}
                </td>
                <td className="py-1 text-end tabular-nums">
                  {score === null
                    ? finishedAt === null
                      ? text.unfinished
                      : text.handedIn
                    : text.scoreOf(score.right, score.asked, formatShare(locale, score.score))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
