import type { DeckSummary } from '@/lib/authoring/deck-summary'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { decksText } from '../_text/decks'

/** "64 cards · 中文, English · comes with Unroll". */
export function DeckFacts({ deck, locale }: { deck: DeckSummary; locale: Locale }) {
  const text = getText(decksText, locale)
  return (
    <p className="text-soft text-sm">
      {text.cards(deck.cardCount)}
      {' · '}
      {deck.locales.map((of, index) => (
        <span key={of}>
          {index > 0 ? ' + ' : null}
          <span lang={languageTag(of)}>{text.languages[of]}</span>
        </span>
      ))}
      {' · '}
      {text.by[deck.by]}
      {deck.by === 'you' ? ` · ${text.visibility[deck.visibility]}` : null}
    </p>
  )
}
