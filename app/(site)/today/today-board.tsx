'use client'

import { formatDue } from '@/app/_study/format-due'
import type { StudyEngine } from '@/app/_study/study-engine'
import { useEngine } from '@/app/_study/use-study-house'
import { useStudyState } from '@/app/_study/use-study-state'
import { todayText } from '@/app/_text/today'
import { ButtonLink } from '@/app/_ui/button-link'
import { formatNumber } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { StudyState } from '@/app/_study/study-state'
import { AskedOfYou } from './asked-of-you'
import { DeckTable } from './deck-table'
import { GuestNote } from './guest-note'
import { ReportNote } from './report-note'
import { StudyMore } from './study-more'
import { WaitingNote } from './waiting-note'

export function TodayBoard({ engine }: { engine: StudyEngine }) {
  const text = useText(todayText)
  const study = useStudyState(engine)
  const { isKept } = useEngine(engine)
  if (!study) return <p className="text-soft">{text.opening}</p>
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="grid content-start gap-10">
        <DueNow study={study} />
        <WaitingNote engine={engine} />
        <AskedOfYou study={study} engine={engine} />
        <ReportNote learner={study.pack.learner.id} />
        {isKept ? null : <p className="text-caution text-sm">{text.notDurable}</p>}
        {study.pack.decks.length > 0 ? <DeckTable study={study} /> : null}
      </div>
      <aside className="grid content-start gap-8">
        <section className="border-hairline grid gap-1 border-t pt-4">
          <p className="font-serif text-lg">
            {study.streakDays > 0 ? text.streak(study.streakDays) : text.streakNone}
          </p>
          <p className="text-soft text-sm">{text.doneToday(study.answersToday.length)}</p>
        </section>
        <StudyMore study={study} />
        {study.pack.learner.guest ? <GuestNote /> : null}
      </aside>
    </div>
  )
}

/** What is to be done now, as a number and one button. */
function DueNow({ study }: { study: StudyState }) {
  const text = useText(todayText)
  const locale = useLocale()
  const { counts, items, nextDueAt } = study.queue
  if (items.length === 0) {
    const hasDecks = study.pack.decks.length > 0
    return (
      <section className="grid gap-2">
        <h2 className="text-2xl">{hasDecks ? text.empty : text.noDecks}</h2>
        {hasDecks ? (
          <p className="text-soft">
            {nextDueAt === null
              ? text.nothingComing
              : text.nextDue(formatDue(locale, nextDueAt, study.now, study.pack.learner))}
          </p>
        ) : (
          <ButtonLink href="/decks" look="primary" className="mt-4 w-fit">
            {text.chooseDeck}
          </ButtonLink>
        )}
      </section>
    )
  }
  const parts = [
    counts.review > 0 ? text.reviews(counts.review) : null,
    counts.learning > 0 ? text.learning(counts.learning) : null,
    counts.new > 0 ? text.newCards(counts.new) : null,
  ].filter((part) => part !== null)
  return (
    <section className="grid gap-6">
      <div>
        <h2 className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-[4.5rem] leading-none tabular-nums sm:text-[6rem]">
            {formatNumber(locale, items.length)}
          </span>
          <span className="text-xl">{text.cardsNow(items.length)}</span>
        </h2>
        <p className="text-soft mt-3 tabular-nums">
          {parts.join(' · ')}
          {counts.laterToday > 0 ? ` · ${text.laterToday(counts.laterToday)}` : ''}
        </p>
      </div>
      <ButtonLink href="/review" look="primary" size="large" className="w-full sm:w-fit sm:min-w-64">
        {study.answersToday.length > 0 ? text.goOn : text.start}
      </ButtonLink>
    </section>
  )
}
