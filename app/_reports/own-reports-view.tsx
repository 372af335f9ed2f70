import type { OwnReport } from '@/lib/authoring/reports/list-own-reports'
import type { Locale } from '@/lib/core/content/content'
import { formatDate } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { LocalizedText } from '../_decks/localized-text'
import { reportsText } from '../_text/reports'
import { CardSide } from '../_ui/card-side'
import { EmptyState } from '../_ui/empty-state'
import { KEY_HINT } from '../_ui/key-hint'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { AnswersSeen } from './answers-seen'

type OwnReportsViewProps = { reports: OwnReport[]; unseen: number; timeZone: string; locale: Locale }

export function OwnReportsView({ reports, unseen, timeZone, locale }: OwnReportsViewProps) {
  const text = getText(reportsText, locale).mine
  const on = (at: number) => text.when(formatDate(locale, at, timeZone))
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href="/today" isAlone>
          {text.toToday}
        </TextLink>
      </p>
      <PageHeader title={text.title} lead={text.lead} />
      {unseen > 0 ? <AnswersSeen /> : null}
      {reports.length === 0 ? (
        <EmptyState title={text.none}>
          {text.noneHint} <span className={KEY_HINT}>{text.noneKeys}</span>
        </EmptyState>
      ) : (
        <ul className="border-hairline max-w-measure border-b">
          {reports.map((report) => (
            <li
              key={report.id}
              className="border-hairline grid gap-3 border-t py-6 first:border-t-0 first:pt-0"
            >
              <p className="text-soft flex flex-wrap gap-x-2 text-xs">
                {report.isNew ? <span className="text-accent font-medium">{text.isNew} ·</span> : null}
                <span className={report.status === 'OPEN' ? undefined : 'text-good'}>
                  {text.status[report.status]}
                </span>
                <span aria-hidden="true">·</span>
                <span>
                  {text.kinds[report.kind]} {on(report.createdAt)}
                </span>
                <span aria-hidden="true">·</span>
                <LocalizedText text={report.deck.title} locale={locale} />
              </p>
              <CardSide html={report.front} locale={report.locale} />
              {report.text ? (
                <p dir="auto" className="text-soft break-words whitespace-pre-line">
                  {report.text}
                </p>
              ) : null}
              {report.status === 'ACCEPTED' ? (
                <p className="text-sm">{report.kind === 'PROPOSAL' ? text.accepted : text.acceptedProblem}</p>
              ) : null}
              {report.answer ? (
                <blockquote className="border-accent border-s-2 ps-4">
                  <p className="text-soft text-xs">
                    {text.answer} {report.answeredAt === null ? null : on(report.answeredAt)}
                  </p>
                  <p dir="auto" className="break-words whitespace-pre-line">
                    {report.answer}
                  </p>
                </blockquote>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
