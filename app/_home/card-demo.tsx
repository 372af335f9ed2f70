'use client'

import { useEffect, useRef, useState } from 'react'
import type { SampleCard } from '@/lib/authoring/list-sample-cards'
import { LOCALES } from '@/lib/core/content/content'
import type { Grade } from '@/lib/core/memory/study-event'
import { formatInterval, formatIntervalDays } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { homeText } from '../_text/home'
import { Button } from '../_ui/button'
import { CardSide } from '../_ui/card-side'

const GRADES = [
  [1, 'again'],
  [2, 'hard'],
  [3, 'good'],
  [4, 'easy'],
] as const

/** A card of the house's own deck, to be revealed and graded in place; the intervals are the scheduler's own. */
export function CardDemo({ cards }: { cards: SampleCard[] }) {
  const text = useText(homeText)
  const locale = useLocale()
  const [index, setIndex] = useState(0)
  const [isRevealed, setRevealed] = useState(false)
  const [grade, setGrade] = useState<Grade | null>(null)
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isRevealed) answer.current?.focus({ preventScroll: true })
  }, [isRevealed])

  const card = cards[index]
  const sideLocale = card.sides[locale] ? locale : (LOCALES.find((other) => card.sides[other]) ?? locale)
  const side = card.sides[sideLocale]
  if (!side) return null
  const interval = (of: Grade) => {
    const after = card.intervals[of]
    return 'days' in after
      ? formatIntervalDays(locale, after.days)
      : formatInterval(locale, after.minutes * 60_000)
  }
  const showNext = () => {
    setIndex((index + 1) % cards.length)
    setRevealed(false)
    setGrade(null)
  }
  const isReplaced = isRevealed && card.kind === 'CLOZE'
  const gradeName = GRADES.find(([of]) => of === grade)?.[1]
  return (
    <section
      aria-label={text.cardName}
      className="border-hairline grid min-h-104 grid-rows-[1fr_auto] border-y"
    >
      <div className="grid content-center gap-5 py-8">
        {isReplaced ? null : <CardSide html={side.front} locale={sideLocale} />}
        {isRevealed ? (
          <div ref={answer} tabIndex={-1} className="outline-none">
            {isReplaced ? null : <hr className="border-hairline mb-5" />}
            <CardSide html={side.back} locale={sideLocale} />
          </div>
        ) : null}
      </div>
      <div className="grid min-h-28 content-end gap-2 pb-5">
        {!isRevealed ? (
          <Button look="plain" onClick={() => setRevealed(true)} className="w-full">
            {text.reveal}
          </Button>
        ) : gradeName && grade ? (
          <div className="flex flex-wrap items-center justify-between gap-3" role="status">
            <p>{text.graded(text.grades[gradeName], interval(grade))}</p>
            <Button onClick={showNext}>{text.anotherCard}</Button>
          </div>
        ) : (
          <fieldset>
            <legend className="text-soft mb-2 text-sm">{text.howWell}</legend>
            <div className="grid grid-cols-4 gap-2">
              {GRADES.map(([of, name]) => (
                <Button
                  key={of}
                  onClick={() => setGrade(of)}
                  className="flex-col gap-0! px-1 py-1.5 leading-tight"
                >
                  {text.grades[name]}
                  <span className="text-soft text-xs font-normal">{interval(of)}</span>
                </Button>
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </section>
  )
}
