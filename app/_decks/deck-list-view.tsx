import type { DeckSummary } from '@/lib/authoring/deck-summary'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import type { DeckCounts } from '@/lib/study/list-deck-counts'
import { decksText } from '../_text/decks'
import { ButtonLink } from '../_ui/button-link'
import { EmptyState } from '../_ui/empty-state'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { NewDeckButton } from '../_editor/new-deck-button'
import { DeckRow } from './deck-row'

type DeckListViewProps = {
  decks: DeckSummary[]
  counts: DeckCounts[]
  /** Open reports by deck id. */
  reports: Record<string, number>
  isSignedIn: boolean
  hasAccount: boolean
  locale: Locale
}

export function DeckListView({ decks, counts, reports, isSignedIn, hasAccount, locale }: DeckListViewProps) {
  const text = getText(decksText, locale)
  const countsOf = new Map(counts.map((of) => [of.deckId, of]))
  const studied = decks.filter(({ isEnrolled }) => isEnrolled)
  const others = decks.filter(({ isEnrolled }) => !isEnrolled)
  return (
    <>
      <PageHeader
        title={text.title}
        lead={isSignedIn ? text.lead : text.leadVisitor}
        actions={
          <>
            {hasAccount ? <NewDeckButton /> : null}
            {hasAccount ? <ButtonLink href="/decks/import">{text.import}</ButtonLink> : null}
            <ButtonLink href="/gallery">{text.gallery}</ButtonLink>
          </>
        }
      />
      <div className="grid gap-14">
        {isSignedIn ? (
          <section aria-labelledby="studied" className="grid gap-4">
            <div className="flex flex-wrap items-center justify-between gap-x-6">
              <h2 id="studied" className="text-soft font-sans text-sm font-medium">
                {text.studied}
              </h2>
              <p className="text-sm">
                <TextLink href="/decks/set-aside" isAlone>
                  {text.aside.title}
                </TextLink>
              </p>
            </div>
            {studied.length > 0 ? (
              <ul className="border-hairline border-b">
                {studied.map((deck) => (
                  <DeckRow
                    key={deck.id}
                    {...{ deck, locale }}
                    counts={countsOf.get(deck.id)}
                    reports={reports[deck.id]}
                  />
                ))}
              </ul>
            ) : (
              <EmptyState title={text.noneStudied}>
                {others.length > 0 ? text.noneStudiedHint : null}
              </EmptyState>
            )}
          </section>
        ) : null}
        {others.length > 0 ? (
          <section aria-labelledby="others" className="grid gap-4">
            <h2 id="others" className={isSignedIn ? 'text-soft font-sans text-sm font-medium' : 'sr-only'}>
              {text.others}
            </h2>
            <ul className="border-hairline border-b">
              {others.map((deck) => (
                <DeckRow key={deck.id} {...{ deck, locale }} reports={reports[deck.id]} />
              ))}
            </ul>
          </section>
        ) : null}
        {decks.length === 0 && !isSignedIn ? <EmptyState title={text.none} /> : null}
      </div>
    </>
  )
}
