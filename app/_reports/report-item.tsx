'use client'

import type { ReportView } from '@/lib/authoring/reports/list-reports'
import { formatDate } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { reportsText } from '../_text/reports'
import { CardSide } from '../_ui/card-side'
import { ProposalDiff } from './proposal-diff'
import { ReportActions } from './report-actions'

type ReportItemProps = {
  report: ReportView
  slug: string
  canAnswer: boolean
  canEdit: boolean
  timeZone: string
}

/** One report: the card on one side, on the other what is said of it and what can be done. */
export function ReportItem({ report, slug, canAnswer, canEdit, timeZone }: ReportItemProps) {
  const text = useText(reportsText).inbox
  const locale = useLocale()
  const { note, kind, status } = report
  return (
    <li className="border-hairline grid gap-x-12 gap-y-6 border-t py-8 first:border-t-0 first:pt-2 md:grid-cols-2">
      <div role="group" aria-label={text.card} className="grid content-start gap-3">
        <p className="text-soft text-xs">
          {text.card} · <span className="break-all">{note.key}</span>
        </p>
        {note.card ? (
          <>
            <CardSide html={note.card.front} locale={report.locale} />
            <hr className="border-hairline" />
            <CardSide html={note.card.back} locale={report.locale} />
          </>
        ) : (
          <p className="text-soft">{text.noCard}</p>
        )}
      </div>
      <div className="grid content-start gap-4">
        <h2 className="text-soft font-sans text-xs font-normal">
          <span className="text-ink font-medium">{text.kinds[kind]}</span>
          {' · '}
          {text.from(report.by ?? text.somebody, formatDate(locale, report.createdAt, timeZone))}
        </h2>
        {report.text ? (
          <p dir="auto" className="font-serif text-lg break-words whitespace-pre-line">
            {report.text}
          </p>
        ) : null}
        {report.proposal ? <ProposalDiff report={report} proposal={report.proposal} /> : null}
        {status === 'OPEN' ? (
          canAnswer ? (
            <ReportActions report={report} slug={slug} canEdit={canEdit} />
          ) : null
        ) : (
          <div className="border-good grid gap-1 border-s-2 ps-4 text-sm">
            <p className="text-good font-medium">{text.status[status]}</p>
            {report.answer ? (
              <p dir="auto" className="break-words whitespace-pre-line">
                {report.answer}
              </p>
            ) : null}
          </div>
        )}
      </div>
    </li>
  )
}
