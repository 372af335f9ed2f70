import type { Locale } from '@/lib/core/content/content'
import { formatNumber } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { decksText } from '../_text/decks'
import { classNames } from '../_ui/class-names'

type DeckCountsProps = { counts: { new: number; learning: number; review: number }; locale: Locale }

/** New, learning and due as three small columns; a nought is there, but quiet. */
export function DeckCounts({ counts, locale }: DeckCountsProps) {
  const text = getText(decksText, locale)
  const columns = [
    [text.newCards, counts.new, 'text-accent'],
    [text.learning, counts.learning, 'text-caution'],
    [text.due, counts.review, 'text-good'],
  ] as const
  return (
    <dl className="flex gap-6" aria-label={text.counts}>
      {columns.map(([name, count, colour]) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-soft text-xs">{name}</dt>
          <dd className={classNames('font-serif text-xl leading-tight', count > 0 ? colour : 'text-soft')}>
            {formatNumber(locale, count)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
