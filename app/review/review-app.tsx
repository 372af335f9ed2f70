'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { readRaisedGoals } from '../_study/day-goals'
import type { StudyEngine } from '../_study/study-engine'
import { useStudyHouse } from '../_study/use-study-house'
import { useStoredLocale } from '../_study/use-stored-locale'
import { NobodyPanel } from '../_study/nobody-panel'
import { UnreachablePanel } from '../_study/unreachable-panel'
import { reviewText } from '../_text/review'
import { readWish } from './review-wish'
import { Sitting } from './sitting'

export function ReviewApp() {
  const text = useText(reviewText)
  const house = useStudyHouse()
  useStoredLocale()
  // The router writes the address when it has drawn the page; until then it is still that of the page before.
  const [isAddressHere, setAddressHere] = useState(false)
  useEffect(() => setAddressHere(true), [])
  useEffect(() => document.documentElement.style.setProperty('scrollbar-gutter', 'auto'), [])
  if (house.status === 'ready' && isAddressHere) {
    const { engine } = house.open
    return <PreparedSitting key={engine.getSnapshot().learnerId} engine={engine} />
  }
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-measure content-center gap-4 px-4 py-8">
      <h1 className="sr-only">{text.title}</h1>
      {house.status === 'opening' || house.status === 'ready' ? (
        <p className="text-soft">{text.opening}</p>
      ) : null}
      {house.status === 'nobody' ? <NobodyPanel /> : null}
      {house.status === 'unreachable' ? <UnreachablePanel /> : null}
    </main>
  )
}

/** What goes beyond the usual days is fetched first, where there is a network; without one, what is here must do. */
function PreparedSitting({ engine }: { engine: StudyEngine }) {
  const text = useText(reviewText)
  const [wish] = useState(() => ({
    ...readWish(location.search),
    goals: readRaisedGoals(engine.getSnapshot().learnerId)?.goals,
  }))
  const reach = {
    aheadDays: wish.mode.kind === 'ahead' ? wish.mode.days : undefined,
    deck: wish.mode.kind === 'cram' ? wish.deckId : undefined,
  }
  const { pack } = engine.getSnapshot().replica
  const [isNewDeck] = useState(() => wish.deckId && !pack?.decks.some(({ id }) => id === wish.deckId))
  const isWider = isNewDeck || Object.values(reach).some(Boolean)
  const [isReady, setReady] = useState(!isWider)
  const widen = useEffectEvent(() => {
    if (isWider) void engine.widen(reach).finally(() => setReady(true))
  })
  // Once: the wish does not change.
  useEffect(() => widen(), [])
  if (isReady) return <Sitting engine={engine} wish={wish} />
  return <p className="text-soft px-4 py-8">{text.opening}</p>
}
