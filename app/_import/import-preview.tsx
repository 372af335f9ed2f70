'use client'

import { useId, useState } from 'react'
import type { ImportView } from '@/lib/authoring/exchange/get-import'
import { chooseOne, takenCount } from '@/lib/authoring/exchange/import-choice'
import { formatNumber } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { importsText } from '../_text/imports'
import { Button } from '../_ui/button'
import { classNames } from '../_ui/class-names'
import { ImportChoices, type ImportChoice } from './import-choices'
import { ImportItems } from './import-items'

const OUTCOMES = ['NEW', 'UPDATED', 'UNCHANGED', 'CONFLICT', 'UNREADABLE'] as const
export type Outcome = (typeof OUTCOMES)[number]

type ImportPreviewProps = {
  job: ImportView
  isBusy: boolean
  onChoose: (options: ImportChoice) => void
  onApply: () => void
  onDiscard: () => void
}

/** What an import would do, what can be chosen of it, and what does not come along. */
export function ImportPreview({ job, isBusy, onChoose, onApply, onDiscard }: ImportPreviewProps) {
  const text = useText(importsText)
  const locale = useLocale()
  const headingId = useId()
  const [open, setOpen] = useState<Outcome | null>(null)
  const { summary, options } = job
  if (!summary || !options) return null
  const { decks: _decks, ...chosen } = options
  const countOf = (outcome: Outcome) => summary.counts[outcome] ?? 0
  const removed = options.remove ? summary.removed : 0
  const written = countOf('NEW') + countOf('UPDATED') + takenCount(summary, options)
  const isOrderOnly = written + removed === 0 && summary.isReordered
  const canApply = written + removed > 0 || options.scheduling || isOrderOnly
  const shown = OUTCOMES.filter((outcome) => outcome === 'NEW' || countOf(outcome) > 0)
  return (
    <>
      <section aria-labelledby={headingId} className="grid gap-5">
        <h2 id={headingId} className="text-xl">
          {text.preview}
        </h2>
        <ul className="flex flex-wrap gap-x-3 gap-y-3">
          {shown.map((outcome) => (
            <li key={outcome}>
              <button
                type="button"
                aria-expanded={open === outcome}
                onClick={() => setOpen(open === outcome ? null : outcome)}
                className={classNames(
                  'hover:border-ink grid min-h-11 min-w-28 cursor-pointer gap-0.5 rounded-md border px-4 py-2 text-start',
                  open === outcome ? 'border-accent bg-accent-wash' : 'border-hairline',
                )}
              >
                <span className="font-serif text-2xl leading-tight">
                  {formatNumber(locale, countOf(outcome))}
                </span>
                <span className="text-soft text-sm">{text.outcomes[outcome]}</span>
              </button>
            </li>
          ))}
          {removed > 0 ? (
            <li className="border-hairline grid min-w-28 gap-0.5 rounded-md border px-4 py-2">
              <span className="text-danger font-serif text-2xl leading-tight">
                {formatNumber(locale, removed)}
              </span>
              <span className="text-soft text-sm">{text.outcomes.REMOVED}</span>
            </li>
          ) : null}
        </ul>
        {summary.isReordered ? <p className="text-soft text-sm">{text.reordered}</p> : null}
        {open ? (
          <ImportItems
            key={`${open} ${job.changedAt}`}
            id={job.id}
            outcome={open}
            chosen={options}
            isBusy={isBusy}
            onChoose={(position, choice) => onChoose(chooseOne(chosen, position, choice))}
          />
        ) : null}
      </section>
      <ImportChoices job={job} isBusy={isBusy} onChoose={onChoose} />
      <Losses losses={summary.losses} />
      <div className="border-hairline flex flex-wrap gap-3 border-t pt-6">
        <Button
          look="primary"
          isBusy={isBusy}
          disabled={!canApply}
          onClick={() => (isBusy ? undefined : onApply())}
        >
          {isOrderOnly ? text.applyOrder : text.apply(written + removed)}
        </Button>
        <Button onClick={onDiscard}>{text.discard}</Button>
      </div>
    </>
  )
}

function Losses({ losses }: { losses: NonNullable<ImportView['summary']>['losses'] }) {
  const text = useText(importsText)
  const locale = useLocale()
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="grid max-w-measure gap-3">
      <h2 id={headingId} className="text-xl">
        {text.losses}
      </h2>
      {losses.length === 0 ? (
        <p className="text-soft">{text.lossesNone}</p>
      ) : (
        <ul className="border-hairline border-b">
          {losses.map(({ code, text: words, count, examples }) => (
            <li
              key={code}
              className="border-hairline grid grid-cols-[1fr_auto] gap-x-6 gap-y-0.5 border-t py-2.5"
            >
              <span>{words}</span>
              <span className="tabular-nums">{formatNumber(locale, count)}</span>
              {examples.length > 0 ? (
                <span className="text-soft col-span-2 text-sm wrap-anywhere">{examples.join(', ')}</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
