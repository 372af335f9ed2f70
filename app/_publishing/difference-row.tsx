'use client'

import { useId } from 'react'
import type { NoteDifference } from '@/lib/authoring/publishing/get-difference'
import type { Locale, RenderedCard } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { decksText } from '../_text/decks'
import { editorText } from '../_text/editor'
import { publishingText } from '../_text/publishing'
import { Tick } from '../_ui/tick'
import { ChangeMark } from './change-mark'
import { changedLocales } from './changed-locales'
import { ProblemList } from './problem-list'
import { ShownCards } from './shown-cards'

type DifferenceRowProps = {
  slug: string
  note: NoteDifference
  locale: Locale
  canEdit: boolean
  isIncluded: boolean
  isAskedAgain: boolean
  onInclude: (isIncluded: boolean) => void
  onAskAgain: (isAskedAgain: boolean) => void
}

/** One note of the difference: what learners have on the left, what they will see on the right. */
export function DifferenceRow({
  slug,
  note,
  locale,
  canEdit,
  isIncluded,
  isAskedAgain,
  onInclude,
  onAskAgain,
}: DifferenceRowProps) {
  const text = useText(publishingText)
  const decks = useText(decksText)
  const { language } = useText(editorText)
  const headingId = useId()
  const { change, before, after, kind, problems, cardsAdded, cardsRetired } = note
  const isUnfinished = problems.length > 0
  const told = [
    note.isMoved && change !== 'moved' ? text.alsoMoved : '',
    before !== null && after !== null && cardsRetired > 0 ? text.cardsRetired(cardsRetired) : '',
    before !== null && after !== null && cardsAdded > 0 ? text.cardsAdded(cardsAdded) : '',
    ...(change === 'changed' && before && after ? sayLanguages(before, after) : []),
  ].filter(Boolean)

  /** What a look at the cards in the chosen language does not show. */
  function sayLanguages(was: RenderedCard[], is: RenderedCard[]): string[] {
    const { added, removed, changed } = changedLocales(was, is)
    if (added.length + removed.length + changed.length === 0) return [text.sameCards]
    const elsewhere = changed.includes(locale) ? [] : changed
    return [
      ...added.map((of) => text.languageAdded(language[of])),
      ...removed.map((of) => text.languageRemoved(language[of])),
      ...elsewhere.map((of) => text.changedIn(language[of])),
    ]
  }
  return (
    <li aria-labelledby={headingId} className="border-hairline grid gap-5 border-t py-7">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 id={headingId} className="flex flex-wrap items-baseline gap-x-3 font-sans text-sm">
          <ChangeMark change={change}>{text.change[change]}</ChangeMark>
          <span className="text-soft font-normal">{decks.kinds[kind]}</span>
        </h3>
        {told.length > 0 ? <p className="text-soft text-sm">{told.join(' · ')}</p> : null}
      </div>
      {change === 'moved' ? (
        <>
          <p className="text-soft text-sm">{text.movesOnly}</p>
          {before ? <Column cards={before} {...{ kind, locale }} /> : null}
        </>
      ) : change === 'changed' ? (
        <div className="grid gap-6 md:grid-cols-2 md:gap-10">
          {before ? <Column label={text.before} cards={before} {...{ kind, locale }} isQuiet /> : null}
          {after ? <Column label={text.after} cards={after} {...{ kind, locale }} /> : null}
        </div>
      ) : (
        <>
          {change === 'removed' ? <p className="text-soft text-sm">{text.goes}</p> : null}
          {(after ?? before) ? (
            <Column cards={after ?? before ?? []} {...{ kind, locale }} isQuiet={change === 'removed'} />
          ) : null}
        </>
      )}
      {isUnfinished ? <ProblemList slug={slug} noteId={note.id} problems={problems} /> : null}
      {canEdit && !isUnfinished ? (
        <div className="flex flex-wrap gap-x-8 gap-y-1">
          {change === 'moved' ? null : (
            <Tick
              label={text.include}
              describedBy={headingId}
              checked={isIncluded}
              onChange={(event) => onInclude(event.currentTarget.checked)}
            />
          )}
          {change === 'changed' && isIncluded ? (
            <Tick
              label={text.askAgain}
              hint={text.askAgainHint}
              describedBy={headingId}
              checked={isAskedAgain}
              onChange={(event) => onAskAgain(event.currentTarget.checked)}
            />
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

type ColumnProps = { label?: string; cards: RenderedCard[]; kind: string; locale: Locale; isQuiet?: boolean }

function Column({ label, cards, kind, locale, isQuiet }: ColumnProps) {
  return (
    <div className="grid content-start gap-2">
      {label ? <p className="text-soft text-xs font-medium">{label}</p> : null}
      <div
        className={`border-hairline min-w-0 rounded-lg border px-4 py-4 sm:px-6 ${isQuiet ? 'bg-sunk' : 'bg-raised'}`}
      >
        <ShownCards cards={cards} kind={kind} locale={locale} />
      </div>
    </div>
  )
}
