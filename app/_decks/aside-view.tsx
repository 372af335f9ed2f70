'use client'

import Link from 'next/link'
import { useState } from 'react'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { formatNumber } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { cardSideOf } from '../_study/card-side-of'
import { NobodyPanel } from '../_study/nobody-panel'
import { ASIDE_KINDS, type AsideKind } from '../_study/set-aside'
import type { StudyEngine } from '../_study/study-engine'
import type { StudyState } from '../_study/study-state'
import { titleOf } from '../_study/title-of'
import { UnreachablePanel } from '../_study/unreachable-panel'
import { useSetAside, type AsideCard } from '../_study/use-set-aside'
import { useStudyHouse } from '../_study/use-study-house'
import { decksText } from '../_text/decks'
import { CardSide } from '../_ui/card-side'
import { EmptyState } from '../_ui/empty-state'
import { KEY_HINT } from '../_ui/key-hint'
import { AsideMarks, type AsideDoing } from './aside-marks'

/** Every card that does not come up, or stands out, of all decks that one studies. */
export function AsideView() {
  const text = useText(decksText).aside
  const house = useStudyHouse()
  if (house.status === 'nobody') return <NobodyPanel />
  if (house.status === 'unreachable') return <UnreachablePanel />
  if (house.status === 'opening') return <p className="text-soft">{text.opening}</p>
  return <AsideList engine={house.open.engine} />
}

function AsideList({ engine }: { engine: StudyEngine }) {
  const text = useText(decksText).aside
  const { study, cards, isComplete, isMissing, act, undo } = useSetAside(engine)
  const [kind, setKind] = useState<AsideKind | null>(null)
  const isOf = (of: AsideKind | null) => (card: AsideCard) =>
    of === null || card.kinds.includes(of) || card.done !== null
  if (!study || (cards.length === 0 && !isComplete && !isMissing))
    return <p className="text-soft">{text.opening}</p>
  if (cards.length === 0)
    return (
      <EmptyState title={text.none}>
        {isMissing ? text.notAll : text.noneHint}
        {isMissing ? null : <span className={KEY_HINT}> {text.noneKeys}</span>}
      </EmptyState>
    )
  const shown = cards.filter(isOf(kind))
  return (
    <div className="grid grid-cols-1 gap-6">
      {isMissing ? <p className="text-caution text-sm">{text.notAll}</p> : null}
      <KindFilter cards={cards} chosen={kind} onChoose={setKind} />
      {shown.length === 0 ? <p className="text-soft py-8">{text.noneOfKind}</p> : null}
      <ul className="border-hairline border-b empty:hidden">
        {shown.map((aside) => (
          <AsideRow key={aside.card.id} aside={aside} study={study} doing={{ act, undo }} />
        ))}
      </ul>
    </div>
  )
}

type KindFilterProps = {
  cards: AsideCard[]
  chosen: AsideKind | null
  onChoose: (kind: AsideKind | null) => void
}

function KindFilter({ cards, chosen, onChoose }: KindFilterProps) {
  const text = useText(decksText).aside
  const locale = useLocale()
  const count = (kind: AsideKind) => cards.filter(({ kinds }) => kinds.includes(kind)).length
  const choices: [AsideKind | null, string, number][] = [
    [null, text.filterAll, cards.length],
    ...ASIDE_KINDS.map((kind): [AsideKind, string, number] => [kind, text.kinds[kind], count(kind)]),
  ]
  return (
    <div role="group" aria-label={text.filter} className="flex flex-wrap gap-2">
      {choices
        .filter(([kind, , n]) => kind === null || kind === chosen || n > 0)
        .map(([kind, name, n]) => (
          <button
            key={kind ?? 'all'}
            type="button"
            aria-pressed={chosen === kind}
            onClick={() => onChoose(kind)}
            className="border-outline aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent hover:border-ink inline-flex min-h-11 items-center gap-2 rounded-md border px-3 text-sm"
          >
            {name}
            <span className="text-soft tabular-nums">{formatNumber(locale, n)}</span>
          </button>
        ))}
    </div>
  )
}

function AsideRow({ aside, study, doing }: { aside: AsideCard; study: StudyState; doing: AsideDoing }) {
  const locale = useLocale()
  const { card } = aside
  const shown = cardSideOf(card, locale)
  const deck = study.pack.decks.find(({ id }) => id === card.deckId)
  const title = deck ? titleOf(deck.title, locale) : null
  const isCloze = card.kind === 'CLOZE'
  return (
    <li className="note-row border-hairline grid gap-3 border-t py-6">
      <div className={isCloze ? 'max-w-measure' : 'grid gap-x-12 gap-y-4 md:grid-cols-2'}>
        {isCloze ? null : <CardSide html={shown.side.front} locale={shown.locale} />}
        <CardSide html={shown.side.back} locale={shown.locale} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <AsideMarks aside={aside} doing={doing} />
        {deck && title ? (
          <Link
            href={`/decks/${deck.slug}`}
            lang={languageTag(title.locale)}
            className="text-soft hover:text-accent inline-flex min-h-11 items-center text-xs underline-offset-4 hover:underline"
          >
            {title.text}
          </Link>
        ) : null}
      </div>
    </li>
  )
}
