'use client'

import { useEffect, useMemo, useState } from 'react'
import { newEvent } from './new-event'
import { listSetAside, type SetAside } from './set-aside'
import type { StudyEngine } from './study-engine'
import { useStudyState } from './use-study-state'

export type AsideAction = 'resume' | 'suspend' | 'unbury' | 'unflag'

type Wish = Parameters<typeof newEvent>[3]
type Done = { action: AsideAction; undo: Wish }

/** `done`: what was done to it on this page; it stays in sight, to be taken back. */
export type AsideCard = SetAside & { done: AsideAction | null }

/**
 * Suspended, buried, flagged and leech cards of a learner, and what can be done to them away from the review. Each
 * press is an event of the card's log like any other: in the outbox at once, sent when it can be, undone by Z too.
 */
export function useSetAside(engine: StudyEngine | null) {
  const study = useStudyState(engine)
  const [asked, setAsked] = useState<'waiting' | 'complete' | 'missing'>('waiting')
  const [done, setDone] = useState<ReadonlyMap<string, Done>>(new Map())
  useEffect(() => {
    void engine?.widen({ setAside: 1 }).then(
      ({ kind }) => setAsked(kind === 'pack' ? 'complete' : 'missing'),
      () => setAsked('missing'),
    )
  }, [engine])
  const cards = useMemo(
    () =>
      study
        ? listSetAside(study, new Set(done.keys())).map((aside): AsideCard => ({
            ...aside,
            done: done.get(aside.card.id)?.action ?? null,
          }))
        : [],
    [study, done],
  )

  function record(cardId: string, wish: Wish): string | null {
    if (!study || !engine) return null
    const event = newEvent(study, cardId, Date.now(), wish)
    void engine.record(event)
    return event.id
  }

  return {
    study,
    cards,
    /** The server has told of every such card; or it cannot be asked, and these are what this browser holds. */
    isComplete: asked === 'complete',
    isMissing: asked === 'missing',

    act(action: AsideAction, { card, burying }: SetAside) {
      const wish = wishOf(action, burying)
      const id = wish && record(card.id, wish)
      if (!id) return
      // An undoing cannot be undone, so a card that was brought back is buried again.
      const undo: Wish = action === 'unbury' ? { kind: 'BURY' } : { kind: 'UNDO', target: id }
      setDone(new Map(done).set(card.id, { action, undo }))
    },

    undo({ card }: SetAside) {
      const last = done.get(card.id)
      if (!last) return
      record(card.id, last.undo)
      const others = new Map(done)
      others.delete(card.id)
      setDone(others)
    },
  }
}

function wishOf(action: AsideAction, burying: string | null): Wish | null {
  switch (action) {
    case 'resume':
      return { kind: 'RESUME' }
    case 'suspend':
      return { kind: 'SUSPEND' }
    case 'unflag':
      return { kind: 'FLAG', flag: 0 }
    case 'unbury':
      return burying === null ? null : { kind: 'UNDO', target: burying }
  }
}
