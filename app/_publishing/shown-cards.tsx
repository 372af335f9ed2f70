'use client'

import type { Locale, RenderedCard } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { inLocale } from '../_decks/in-locale'
import { decksText } from '../_text/decks'
import { publishingText } from '../_text/publishing'
import { CardSide } from '../_ui/card-side'

type ShownCardsProps = { cards: RenderedCard[]; kind: string; locale: Locale }

/** A note's cards as learners see them: the question, a rule, the answer. Of a note that goes both ways the first says it all. */
export function ShownCards({ cards, kind, locale }: ShownCardsProps) {
  const text = useText(publishingText)
  const decks = useText(decksText)
  const shown = kind === 'REVERSED' ? cards.slice(0, 1) : cards
  return (
    <div className="grid min-w-0 gap-4">
      {shown.map((card) => {
        const found = inLocale(card.sides, locale)
        if (!found) return null
        const { front, back } = found.value
        const answers = card.answers && inLocale(card.answers, locale)
        return (
          <div key={card.ord} className="grid min-w-0 gap-3 *:min-w-0">
            {shown.length > 1 ? <p className="text-soft text-xs">{text.cardOf(card.ord + 1)}</p> : null}
            {found.locale === locale ? null : (
              <p className="text-soft text-xs">{decks.onlyIn(decks.languages[found.locale])}</p>
            )}
            {kind === 'CLOZE' ? null : <CardSide html={front} locale={found.locale} />}
            {kind === 'CLOZE' ? null : <hr className="border-hairline" />}
            <CardSide html={back} locale={found.locale} />
            {answers && answers.value.length > 0 ? (
              <p className="text-soft text-sm">
                {decks.accepted}: <span lang={languageTag(answers.locale)}>{answers.value.join(' · ')}</span>
              </p>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
