'use client'

import { useEffect, useRef, type RefObject } from 'react'
import type { Grade } from '@/lib/core/memory/study-event'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { cardSideOf } from '../_study/card-side-of'
import type { CurrentCard } from '../_study/review-session'
import type { StudyState } from '../_study/study-state'
import { reviewText } from '../_text/review'
import { CardSide } from '../_ui/card-side'
import { CardLine } from './card-line'
import { watchSwipes } from './swipe'
import { TypedAnswer } from './typed-answer'
import { TypedField } from './typed-field'

type CardStageProps = {
  current: CurrentCard
  study: StudyState
  typed: string
  onType: (typed: string) => void
  onReveal: () => void
  onGrade: (grade: Grade) => void
  question: RefObject<HTMLElement | null>
  answer: RefObject<HTMLElement | null>
}

/** The card is the page: its question, and under a rule its answer. */
export function CardStage(props: CardStageProps) {
  const { current, study, typed, onType, onReveal, onGrade, question, answer } = props
  const text = useText(reviewText)
  const { card, isRevealed } = current
  const { locale, side } = cardSideOf(card, useLocale())
  const stage = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLElement>(null)
  const canSwipe = isRevealed && study.pack.learner.swipes
  useSwipes(stage, sheet, canSwipe, onGrade)

  // A cloze's answer is its text with the gap filled: it takes the question's place.
  const isQuestionShown = !isRevealed || card.kind !== 'CLOZE'
  return (
    <div
      ref={stage}
      onClick={
        isRevealed || card.kind === 'TYPED' ? undefined : () => !getSelection()?.toString() && onReveal()
      }
      className="group relative touch-pan-y overflow-x-clip px-5 pt-6 pb-10 sm:pt-[max(2.5rem,9vh)]"
    >
      <article ref={sheet} data-card={card.id} className="mx-auto max-w-[42rem] will-change-transform">
        <CardLine current={current} study={study} />
        {isQuestionShown ? (
          <section ref={question} tabIndex={-1} aria-label={text.question} className="outline-none">
            <CardSide html={side.front} locale={locale} />
            {card.kind === 'TYPED' && !isRevealed ? (
              <TypedField value={typed} onType={onType} onDone={onReveal} locale={locale} />
            ) : null}
          </section>
        ) : null}
        <div aria-live="polite">
          {isRevealed ? (
            <section
              ref={answer}
              tabIndex={-1}
              aria-label={text.answer}
              className="scroll-mt-16 scroll-mb-32 outline-none"
            >
              {isQuestionShown ? <hr className="border-hairline my-7" /> : null}
              {card.kind === 'TYPED' ? (
                <TypedAnswer typed={typed} accepted={card.answers?.[locale] ?? []} locale={locale} />
              ) : null}
              <CardSide html={side.back} locale={locale} />
            </section>
          ) : null}
        </div>
      </article>
      <SwipeLabel side="left" word={text.grades[1]} />
      <SwipeLabel side="right" word={text.grades[3]} />
    </div>
  )
}

function SwipeLabel({ side, word }: { side: 'left' | 'right'; word: string }) {
  const place = side === 'left' ? 'right-5 text-danger' : 'left-5 text-accent'
  return (
    <p
      aria-hidden="true"
      data-swipe={side}
      className={`${place} pointer-events-none fixed top-1/2 font-serif text-2xl font-medium opacity-0`}
    >
      {word}
    </p>
  )
}

function useSwipes(
  stage: RefObject<HTMLDivElement | null>,
  sheet: RefObject<HTMLElement | null>,
  isOn: boolean,
  onGrade: (grade: Grade) => void,
) {
  const latest = useRef(onGrade)
  useEffect(() => {
    latest.current = onGrade
  })
  useEffect(() => {
    const element = stage.current
    if (!element || !isOn) return
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    return watchSwipes(element, {
      onMove(dx) {
        if (sheet.current)
          sheet.current.style.transform = dx === 0 || isCalm ? '' : `translateX(${dx * 0.6}px)`
        for (const label of element.querySelectorAll<HTMLElement>('[data-swipe]')) {
          const isThis = dx < 0 === (label.dataset.swipe === 'left')
          label.style.opacity = isThis ? String(Math.min(1, Math.abs(dx) / 72)) : '0'
        }
      },
      onSwipe: (swipe) => latest.current(swipe === 'left' ? 1 : 3),
    })
  }, [stage, sheet, isOn])
}
