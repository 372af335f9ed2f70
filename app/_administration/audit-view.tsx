import { AUDIT_GROUPS } from '@/lib/administration/audit-groups'
import type { AuditEntry, AuditQuery } from '@/lib/administration/list-audit'
import type { Locale } from '@/lib/core/content/content'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { administrationText } from '../_text/administration'
import { ButtonLink } from '../_ui/button-link'
import { EmptyState } from '../_ui/empty-state'
import { TextLink } from '../_ui/text-link'
import { AdministrationFrame } from './administration-frame'
import { AuditSentence } from './audit-sentence'
import { FilterLinks } from './filter-links'

type AuditViewProps = {
  entries: AuditEntry[]
  next: string | null
  about: string | null
  query: AuditQuery
  locale: Locale
  timeZone: string
}

const pathname = '/administration/audit'

export function AuditView({ entries, next, about, query, locale, timeZone }: AuditViewProps) {
  const text = getText(administrationText, locale).audit
  const { group, personId, deckId, before } = query
  const narrowed = {
    ...(group !== undefined && { group }),
    ...(personId !== undefined && { personId }),
    ...(deckId !== undefined && { deckId }),
  }
  const links = (['all', ...AUDIT_GROUPS] as const).map((key) => ({
    key,
    label: text.groups[key],
    href: { pathname, query: { ...narrowed, group: key === 'all' ? [] : key } },
    isHere: (group ?? 'all') === key,
  }))
  return (
    <AdministrationFrame title={text.title} lead={text.lead}>
      <FilterLinks name={text.which} links={links} />
      {personId !== undefined || deckId !== undefined ? (
        <p className="mb-4 flex flex-wrap items-center gap-x-4 text-sm">
          {deckId !== undefined ? text.aboutDeck : about === null ? text.aboutGone : text.about(about)}
          <TextLink href={pathname} isAlone>
            {text.all}
          </TextLink>
        </p>
      ) : null}
      {entries.length === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <ol className="border-hairline border-b">
          {entries.map((entry) => (
            <li
              key={entry.id}
              className="border-hairline grid gap-x-8 gap-y-0.5 border-t py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]"
            >
              <time dateTime={new Date(entry.at).toISOString()} className="text-soft text-sm tabular-nums">
                {formatDateTime(locale, entry.at, timeZone)}
              </time>
              <AuditSentence entry={entry} locale={locale} />
            </li>
          ))}
        </ol>
      )}
      <p className="mt-6 flex gap-3">
        {before === undefined ? null : (
          <ButtonLink href={{ pathname, query: narrowed }}>{text.newest}</ButtonLink>
        )}
        {next ? (
          <ButtonLink href={{ pathname, query: { ...narrowed, before: next } }}>{text.more}</ButtonLink>
        ) : null}
      </p>
    </AdministrationFrame>
  )
}
