'use client'

import { useLayoutEffect, useRef } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { FLAG_COLOURS, flagOf } from '../_study/flag-colours'
import type { AsideKind } from '../_study/set-aside'
import type { AsideAction, AsideCard } from '../_study/use-set-aside'
import { decksText } from '../_text/decks'
import { Button } from '../_ui/button'
import { FlagIcon } from '../_ui/icons'

export type AsideDoing = {
  act: (action: AsideAction, card: AsideCard) => void
  undo: (card: AsideCard) => void
}

/** Why a card is set aside, and the way back; what was just done stays, with its undo. */
export function AsideMarks({ aside, name, doing }: { aside: AsideCard; name?: string; doing: AsideDoing }) {
  const text = useText(decksText).aside
  const buttons = useRef<HTMLSpanElement>(null)
  const wasPressed = useRef(false)
  const { memory, kinds, done } = aside
  const flag = flagOf(memory.flag)

  // The button that was pressed is gone: focus goes to the one that takes it back.
  useLayoutEffect(() => {
    if (!wasPressed.current) return
    wasPressed.current = false
    buttons.current?.querySelector('button')?.focus()
  }, [done])
  const press = (work: () => void) => () => {
    wasPressed.current = true
    work()
  }

  const marks: Record<AsideKind, React.ReactNode> = {
    suspended: text.suspended,
    buried: text.buried,
    leech: text.leech(memory.lapses),
    flagged: flag ? (
      <span className="inline-flex items-center gap-1" style={{ color: FLAG_COLOURS[flag] }}>
        <FlagIcon />
        {text.flags[flag]}
      </span>
    ) : null,
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-sm">
      {name ? <span className="text-soft">{name}</span> : null}
      <span role="status" className="text-good empty:hidden">
        {done ? text.done[done] : null}
      </span>
      {kinds.map((kind) => (
        <span key={kind} className="text-caution">
          {marks[kind]}
        </span>
      ))}
      <span ref={buttons} className="-mx-3 inline-flex flex-wrap">
        {done ? (
          <Button look="quiet" onClick={press(() => doing.undo(aside))}>
            {text.undo}
          </Button>
        ) : null}
        {actionsOf(aside).map((action) => (
          <Button key={action} look="quiet" onClick={press(() => doing.act(action, aside))}>
            {text.actions[action]}
          </Button>
        ))}
      </span>
    </div>
  )
}

function actionsOf({ kinds, burying, done }: AsideCard): AsideAction[] {
  const actions: AsideAction[] = []
  if (kinds.includes('suspended')) actions.push('resume')
  if (kinds.includes('buried') && burying !== null) actions.push('unbury')
  if (kinds.includes('leech') && !kinds.includes('suspended')) actions.push('suspend')
  if (kinds.includes('flagged')) actions.push('unflag')
  // What undo does already needs no second button.
  return actions.filter(
    (action) => !(done === 'resume' && action === 'suspend') && !(done === 'suspend' && action === 'resume'),
  )
}
