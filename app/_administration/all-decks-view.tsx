import type { AdministeredDeck, AllDecksQuery } from '@/lib/administration/list-all-decks'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { administrationText } from '../_text/administration'
import { ButtonLink } from '../_ui/button-link'
import { EmptyState } from '../_ui/empty-state'
import { AdministrationFrame } from './administration-frame'
import { DeckTable } from './deck-table'
import { FilterLinks } from './filter-links'

type AllDecksViewProps = {
  decks: AdministeredDeck[]
  next: string | null
  query: AllDecksQuery
  locale: Locale
}

const pathname = '/administration/decks'

export function AllDecksView({ decks, next, query, locale }: AllDecksViewProps) {
  const text = getText(administrationText, locale).decks
  const narrowed = {
    ...(query.show !== 'all' && { show: query.show }),
    ...(query.ownerId !== undefined && { ownerId: query.ownerId }),
  }
  const links = (['all', 'public', 'barred'] as const).map((key) => ({
    key,
    label: text.show[key],
    href: { pathname, query: { ...narrowed, show: key } },
    isHere: query.show === key,
  }))
  return (
    <AdministrationFrame title={text.title} lead={text.lead}>
      <FilterLinks name={text.which} links={links} />
      {decks.length === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <DeckTable key={`${query.show} ${decks[0].id}`} decks={decks} />
      )}
      {next ? (
        <p className="mt-6">
          <ButtonLink href={{ pathname, query: { ...narrowed, after: next } }}>{text.more}</ButtonLink>
        </p>
      ) : null}
    </AdministrationFrame>
  )
}
