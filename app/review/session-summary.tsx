'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { formatNumber, formatShare } from '@/lib/platform/i18n/format'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { PackCard } from '@/lib/core/study/study-pack'
import { cardSideOf } from '../_study/card-side-of'
import { countTomorrow } from '../_study/count-tomorrow'
import { formatDue } from '../_study/format-due'
import type { StudyState } from '../_study/study-state'
import { summarizeSession } from '../_study/summarize-session'
import { reviewText } from '../_text/review'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { ChevronIcon } from '../_ui/icons'
import { formatDuration } from './format-duration'

type SessionSummaryProps = { study: StudyState; startedAt: number; onGoOn: () => void }

/** The end of a sitting, worth reading: what was learned, what was missed, when it goes on. */
export function SessionSummary({ study, startedAt, onGoOn }: SessionSummaryProps) {
  const text = useText(reviewText)
  const locale = useLocale()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  const summary = summarizeSession(study, startedAt)
  const { nextDueAt, items } = study.queue
  const isMoreNow = items.length > 0

  function sayNext(): string {
    if (isMoreNow) return text.summary.nextNow
    if (nextDueAt === null) return text.nothingEver
    const { now, pack } = study
    const next = text.summary.nextAt(formatDue(locale, nextDueAt, now, pack.learner))
    const tomorrow = countTomorrow(study)
    if (tomorrow.due + tomorrow.new === 0) return next
    const sentence = text.summary.tomorrow(tomorrow.due, tomorrow.new)
    const isToday = nextDueAt < study.queue.studyDayEndsAt
    return isToday ? [next, sentence].join(locale === 'zh' ? '' : ' ') : sentence
  }

  return (
    <div className="mx-auto w-full max-w-[42rem] px-5 pt-10 pb-16 sm:pt-[9vh]">
      <h2 ref={heading} tabIndex={-1} className="text-3xl outline-none">
        {summary.answers > 0 ? text.done : text.nothingNow}
      </h2>
      <p className="text-soft mt-3">{sayNext()}</p>
      {summary.answers > 0 ? (
        <>
          <dl className="border-hairline mt-8 grid grid-cols-2 gap-x-6 gap-y-6 border-y py-6 sm:grid-cols-4">
            <Figure name={text.summary.title} value={text.summary.cards(summary.cards)}>
              {text.summary.answers(summary.answers)}
            </Figure>
            <Figure name={text.summary.time} value={formatDuration(locale, summary.millis)}>
              {text.summary.perCard(formatDuration(locale, summary.millis / summary.answers))}
            </Figure>
            {summary.reviews > 0 ? (
              <Figure
                name={text.summary.recalled}
                value={formatShare(locale, summary.recalled / summary.reviews)}
              >
                {text.summary.recalledOf(summary.recalled, summary.reviews)}
              </Figure>
            ) : null}
            <Figure name={text.summary.learned} value={formatNumber(locale, summary.learned.length)}>
              {text.summary.started(summary.begun)}
            </Figure>
          </dl>
          <section className="mt-9 grid grid-cols-1 gap-3">
            <h3 className="text-xl">{text.summary.missed}</h3>
            {summary.missed.length === 0 ? <p className="text-soft">{text.summary.missedNone}</p> : null}
            <ul className="divide-hairline divide-y">
              {summary.missed.map(({ card, times }) => (
                <li key={card.id} className="py-4">
                  <SmallCard card={card} times={text.summary.missedTimes(times)} />
                </li>
              ))}
            </ul>
          </section>
        </>
      ) : null}
      <div className="mt-10 flex flex-wrap gap-3">
        {isMoreNow ? (
          <Button look="primary" size="large" onClick={onGoOn}>
            {text.summary.goOn}
          </Button>
        ) : null}
        <ButtonLink href="/today" size="large" look={isMoreNow ? 'plain' : 'primary'}>
          {text.summary.back}
        </ButtonLink>
      </div>
    </div>
  )
}

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-soft text-xs">{name}</dt>
      <dd>
        <span className="block font-serif text-xl tabular-nums">{value}</span>
        <span className="text-soft block text-xs">{children}</span>
      </dd>
    </div>
  )
}

/** Both sides at reading size: the page to look once more at what slipped. */
function SmallCard({ card, times }: { card: PackCard; times: string }) {
  const { locale, side } = cardSideOf(card, useLocale())
  const text = useText(reviewText)
  const lang = languageTag(locale)
  return (
    <details className="group/card">
      <summary className="flex items-baseline gap-4">
        <span
          lang={lang}
          className="card-side min-w-0 flex-1 text-base!"
          dangerouslySetInnerHTML={{ __html: side.front }}
        />
        <span className="text-soft shrink-0 text-sm">{times}</span>
        <span className="text-soft shrink-0 mt-0.5 self-start transition-transform group-open/card:rotate-180">
          <ChevronIcon />
        </span>
      </summary>
      <p className="sr-only">{text.answer}</p>
      <div
        lang={lang}
        className="card-side border-hairline mt-3 border-s-2 ps-4 text-base!"
        dangerouslySetInnerHTML={{ __html: side.back }}
      />
    </details>
  )
}
