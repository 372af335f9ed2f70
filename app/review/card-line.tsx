'use client'

import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { CurrentCard } from '../_study/review-session'
import type { StudyState } from '../_study/study-state'
import { titleOf } from '../_study/title-of'
import { reviewText } from '../_text/review'
import { FLAG_COLOURS, flagOf } from '../_study/flag-colours'
import { FlagIcon } from '../_ui/icons'

/** Above the card: how it stands, its deck, its flag. */
export function CardLine({ current, study }: { current: CurrentCard; study: StudyState }) {
  const text = useText(reviewText)
  const deck = study.pack.decks.find(({ id }) => id === current.card.deckId)
  const wanted = useLocale()
  const title = deck ? titleOf(deck.title, wanted) : null
  const { state } = current.memory
  const flag = flagOf(current.memory.flag)
  const stateName = {
    NEW: text.newCard,
    LEARNING: text.learningCard,
    REVIEW: text.reviewCard,
    RELEARNING: text.relearningCard,
  }[state]
  return (
    <p className="text-soft mb-5 flex items-center gap-2 text-xs">
      <span className="text-accent font-medium">{stateName}</span>
      {title ? (
        <>
          <span aria-hidden="true">·</span>
          <span lang={languageTag(title.locale)} className="truncate">
            {title.text}
          </span>
        </>
      ) : null}
      {flag ? (
        <span className="ms-auto inline-flex items-center gap-1" style={{ color: FLAG_COLOURS[flag] }}>
          <FlagIcon />
          {text.flags[flag]}
        </span>
      ) : null}
    </p>
  )
}
