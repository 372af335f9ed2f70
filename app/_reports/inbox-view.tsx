import type { Reports } from '@/lib/authoring/reports/list-reports'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { reportsText } from '../_text/reports'
import { ButtonLink } from '../_ui/button-link'
import { EmptyState } from '../_ui/empty-state'
import { PageHeader } from '../_ui/page-header'
import { TabLinks } from '../_ui/tab-links'
import { TextLink } from '../_ui/text-link'
import { ReportItem } from './report-item'

type InboxViewProps = {
  reports: Reports
  title: string
  status: 'open' | 'settled'
  timeZone: string
  locale: Locale
}

/** What learners say of a deck's cards, beside the cards. */
export function InboxView({ reports, title, status, timeZone, locale }: InboxViewProps) {
  const text = getText(reportsText, locale).inbox
  const { deck, canAnswer, canEdit, next } = reports
  const pathname = `/decks/${deck.slug}/reports`
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href={`/decks/${deck.slug}`} isAlone>
          {text.back}
        </TextLink>
      </p>
      <PageHeader title={text.titleOf(title)} />
      <TabLinks
        name={text.which}
        links={(['open', 'settled'] as const).map((of) => ({
          key: of,
          label: text.lists[of],
          href: of === 'open' ? pathname : { pathname, query: { status: of } },
          isHere: of === status,
        }))}
      />
      {deck.isHouse ? <p className="text-soft mb-6 max-w-measure text-sm">{text.house}</p> : null}
      {canAnswer ? null : <p className="text-soft mb-6 text-sm">{text.readOnly}</p>}
      {reports.reports.length === 0 ? (
        <EmptyState title={status === 'open' ? text.none : text.noneSettled}>
          {status === 'open' ? text.noneHint : null}
        </EmptyState>
      ) : (
        <ul className="border-hairline border-b">
          {reports.reports.map((report) => (
            <ReportItem key={report.id} {...{ report, canAnswer, canEdit, timeZone }} slug={deck.slug} />
          ))}
        </ul>
      )}
      {next ? (
        <p className="mt-6">
          <ButtonLink href={{ pathname, query: { ...(status === 'settled' && { status }), after: next } }}>
            {text.more}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
