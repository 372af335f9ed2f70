import Link from 'next/link'
import type { DeckSummary } from '@/lib/authoring/deck-summary'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import type { DeckCounts as Counts } from '@/lib/study/list-deck-counts'
import { decksText } from '../_text/decks'
import { TextLink } from '../_ui/text-link'
import { DeckCounts } from './deck-counts'
import { DeckFacts } from './deck-facts'
import { LocalizedText } from './localized-text'

/** A deck in the list; the whole row is its link. */
type DeckRowProps = {
  deck: DeckSummary
  counts?: Counts | undefined
  reports?: number | undefined
  locale: Locale
}

export function DeckRow({ deck, counts, reports, locale }: DeckRowProps) {
  const text = getText(decksText, locale)
  const isDone = counts !== undefined && counts.new + counts.learning + counts.review === 0
  return (
    <li className="border-hairline group relative grid gap-x-10 gap-y-4 border-t py-6 md:grid-cols-[1fr_auto] md:items-center">
      <div className="grid gap-1.5">
        <h3 className="text-xl">
          <Link
            href={`/decks/${deck.slug}`}
            className="group-hover:text-accent after:absolute after:inset-0 after:content-['']"
          >
            <LocalizedText text={deck.title} locale={locale} />
          </Link>
        </h3>
        <p className="text-soft max-w-measure">
          <LocalizedText text={deck.description} locale={locale} />
        </p>
        <DeckFacts deck={deck} locale={locale} />
        {reports ? (
          <p className="relative z-1 justify-self-start text-sm">
            <TextLink href={`/decks/${deck.slug}/reports`} isAlone>
              {text.reports(reports)}
            </TextLink>
          </p>
        ) : null}
      </div>
      {counts ? (
        <div className="grid gap-1">
          <DeckCounts counts={counts} locale={locale} />
          {isDone ? <p className="text-soft text-xs">{text.doneToday}</p> : null}
        </div>
      ) : null}
    </li>
  )
}
