'use client'

import type { ReactNode } from 'react'
import { examCall, examWindows } from '@/lib/core/queue/exam'
import { historyRows } from '@/lib/core/stats/card-history'
import { recallOn } from '@/lib/core/stats/recall'
import { whyDue } from '@/lib/core/stats/why-due'
import { examsOf } from '@/lib/core/study/exams-of'
import { isLeech } from '@/lib/core/memory/leech'
import {
  formatDateTime,
  formatInterval,
  formatIntervalDays,
  formatNumber,
  formatShare,
} from '@/lib/platform/i18n/format'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { formatDue, formatDueDays } from '../_study/format-due'
import { presetOf } from '../_study/new-event'
import type { CurrentCard, ReviewMode } from '../_study/review-session'
import type { StudyEngine } from '../_study/study-engine'
import type { StudyState } from '../_study/study-state'
import { titleOf } from '../_study/title-of'
import { useEngine } from '../_study/use-study-house'
import { reviewText } from '../_text/review'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { TextLink } from '../_ui/text-link'
import { ForgettingCurve } from './forgetting-curve'
import { sayWhyDue } from './say-why-due'

type CardInfoDialogProps = {
  isOpen: boolean
  onClose: () => void
  study: StudyState
  current: CurrentCard
  mode: ReviewMode
  engine: StudyEngine
}

export function CardInfoDialog({ isOpen, onClose, ...props }: CardInfoDialogProps) {
  const text = useText(reviewText)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.infoDialog.title}
      className="max-h-[calc(100dvh-2rem)] w-[min(44rem,calc(100vw-1.5rem))] overflow-y-auto"
      actions={<Button onClick={onClose}>{text.close}</Button>}
    >
      <CardInfo {...props} />
    </Dialog>
  )
}

function CardInfo({ study, current, mode, engine }: Omit<CardInfoDialogProps, 'isOpen' | 'onClose'>) {
  const all = useText(reviewText)
  const text = all.infoDialog
  const locale = useLocale()
  const { replica } = useEngine(engine)
  const { card, memory } = current
  const { pack, studyDay, now } = study
  const preset = presetOf(study, card.deckId)
  const settings = pack.revisions[preset.revisionId]
  const verdicts = study.logs.get(card.id)?.fold.verdicts ?? []
  const deck = pack.decks.find(({ id }) => id === card.deckId)
  const title = deck ? titleOf(deck.title, locale) : null
  const recall = recallOn(studyDay, memory, settings.weights)
  const windows = examWindows(examsOf(pack.tasks ?? []), now, pack.learner).get(card.deckId) ?? []
  const call = examCall(card, memory, memory.dueDay, windows)
  const isForExam = call !== null && call.dueDay <= studyDay
  const reason = whyDue(memory, verdicts, settings, {
    studyDay,
    askAgainAt: card.askAgainAt,
    now,
    isForExam,
  })
  const rows = historyRows(verdicts, pack.revisions)
  const waiting = new Set(replica.waiting.map(({ id }) => id))
  const due =
    memory.dueAt !== null
      ? formatDue(locale, memory.dueAt, now, pack.learner)
      : memory.dueDay !== null
        ? formatDueDays(locale, memory.dueDay - studyDay)
        : null
  const unit = locale === 'zh' ? '' : ' '
  return (
    <div className="grid gap-6">
      <p>{mode.kind === 'cram' ? text.whyCram : reason ? sayWhyDue(text, locale, reason) : null}</p>
      <dl className="border-hairline grid grid-cols-2 gap-x-6 gap-y-4 border-y py-4 sm:grid-cols-3">
        {recall === null ? null : (
          <Fact name={text.retrievability} hint={text.retrievabilityMeans}>
            {formatShare(locale, recall)}
          </Fact>
        )}
        {memory.stability === null ? null : (
          <Fact name={text.stability} hint={text.stabilityMeans}>
            {formatNumber(locale, memory.stability, { maximumSignificantDigits: 3 })}
            {unit}
            {locale === 'zh' ? '天' : 'd'}
          </Fact>
        )}
        {memory.difficulty === null ? null : (
          <Fact name={text.difficulty} hint={text.difficultyMeans}>
            {formatNumber(locale, memory.difficulty, { maximumFractionDigits: 1 })}
          </Fact>
        )}
        <Fact name={text.state}>{text.states[memory.state]}</Fact>
        {due ? <Fact name={text.due}>{due}</Fact> : null}
        <Fact name={text.answers}>
          {formatNumber(locale, memory.reps)}
          {memory.lapses > 0 ? ` · ${text.lapses} ${memory.lapses}` : ''}
          {isLeech(memory.lapses, preset.leechThreshold) ? ` · ${text.leech}` : ''}
        </Fact>
        {title ? (
          <Fact name={text.deck}>
            <span lang={languageTag(title.locale)}>{title.text}</span>
          </Fact>
        ) : null}
        {card.tags.length > 0 ? <Fact name={text.tags}>{card.tags.join(', ')}</Fact> : null}
      </dl>
      {memory.stability === null ? null : (
        <ForgettingCurve
          verdicts={verdicts}
          revisions={pack.revisions}
          studyDay={studyDay}
          memory={memory}
          settings={settings}
        />
      )}
      <section className="grid gap-2">
        <h3 className="text-lg">{text.history}</h3>
        {rows.length === 0 ? <p className="text-soft text-sm">{text.noHistory}</p> : null}
        {rows.length > 0 ? (
          <table className="w-full text-sm">
            <thead className="text-soft text-start text-xs">
              <tr>
                {[text.when, text.what, text.interval, text.took].map((name) => (
                  <th key={name} scope="col" className="py-1 pe-3 text-start font-normal whitespace-nowrap">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.toReversed().map((row) => (
                <tr key={row.eventId} className="border-hairline border-t">
                  <td className="py-1.5 pe-3 sm:whitespace-nowrap">
                    {formatDateTime(locale, row.answeredAt, pack.learner.timeZone)}
                  </td>
                  <td className="py-1.5 pe-3">
                    <span className="whitespace-nowrap">
                      {row.grade ? all.grades[row.grade] : text.events[row.kind]}
                    </span>
                    {row.undone ? <Remark>{text.undone}</Remark> : null}
                    {!row.counted && !row.undone ? <Remark>{text.uncounted}</Remark> : null}
                    {waiting.has(row.eventId) ? <Remark>{text.waiting}</Remark> : null}
                    {row.attemptId === null ? null : (
                      <TextLink href={`/practice/attempts/${row.attemptId}`} isAlone className="block">
                        {text.variant}
                      </TextLink>
                    )}
                  </td>
                  <td className="py-1.5 pe-3 whitespace-nowrap">
                    {row.interval === null
                      ? ''
                      : 'days' in row.interval
                        ? formatIntervalDays(locale, row.interval.days)
                        : formatInterval(locale, row.interval.minutes * 60_000)}
                  </td>
                  <td className="py-1.5 whitespace-nowrap">
                    {row.millis === null ? '' : formatInterval(locale, row.millis)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </section>
    </div>
  )
}

function Fact({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-soft text-xs">{name}</dt>
      <dd>
        <span className="block tabular-nums">{children}</span>
        {hint ? <span className="text-soft block text-xs">{hint}</span> : null}
      </dd>
    </div>
  )
}

function Remark({ children }: { children: ReactNode }) {
  return <span className="text-soft ms-2 text-xs">({children})</span>
}
