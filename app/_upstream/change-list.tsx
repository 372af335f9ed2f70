'use client'

import { useState } from 'react'
import type { UpstreamChange } from '@/lib/authoring/upstream/find-changes'
import type { DeckChange, DeckPart } from '@/lib/authoring/upstream/find-deck-changes'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { upstreamText } from '../_text/upstream'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { StatusLine } from '../_ui/status-line'
import { ChangeItem } from './change-item'
import { DeckChangeItem } from './deck-change-item'

type ChangeListProps = {
  slug: string
  changes: UpstreamChange[]
  deckChanges: DeckChange[]
  canEdit: boolean
}

/** Nothing named: everything. */
type Wanted = { keys?: string[]; parts?: DeckPart[] }

/** What was taken stays in the list, marked, so that one sees what one did. */
export function ChangeList({ slug, changes, deckChanges, canEdit }: ChangeListProps) {
  const text = useText(upstreamText)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [takenParts, setTakenParts] = useState<ReadonlySet<DeckPart>>(new Set())
  const [isDone, setDone] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)

  async function take({ keys, parts }: Wanted, isRestKept = false) {
    if (isBusy) return
    setBusy(true)
    setStatus(null)
    const body = { ...(keys && { keys }), ...(parts && { parts }), isRestKept }
    const answer = await callApi<{ taken: number; left: number }>('POST', `/decks/${slug}/upstream`, body)
    setBusy(false)
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    const { left } = answer.value
    if (left === 0) setDone(true)
    const isAll = keys === undefined && parts === undefined
    if (keys) setTaken(new Set([...taken, ...keys]))
    else if (isAll && left === 0) setTaken(new Set(changes.map(({ key }) => key)))
    if (parts) setTakenParts(new Set([...takenParts, ...parts]))
    // They are taken with the first of the notes.
    else if (isAll) setTakenParts(new Set(deckChanges.map(({ part }) => part)))
    const words = isRestKept ? text.kept : left === 0 ? text.done : isAll ? text.left(left) : text.taken
    setStatus({ tone: 'good', words })
  }

  const isAnyLeft =
    changes.some(({ key }) => !taken.has(key)) || deckChanges.some(({ part }) => !takenParts.has(part))
  const canTake = canEdit && !isDone
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="me-auto text-sm">{changes.length > 0 ? text.count(changes.length) : text.onlyDeck}</p>
        {canTake && isAnyLeft ? (
          <>
            <Button onClick={() => void take({ keys: [] }, true)} isBusy={isBusy}>
              {text.keepRest}
            </Button>
            <Button look="primary" onClick={() => void take({})} isBusy={isBusy}>
              {text.takeAll}
            </Button>
          </>
        ) : null}
        {canEdit ? null : <p className="text-soft text-sm">{text.readOnly}</p>}
        {taken.size + takenParts.size > 0 ? (
          <ButtonLink href={`/decks/${slug}/edit`}>{text.toDraft}</ButtonLink>
        ) : null}
      </div>
      <StatusLine tone={status?.tone} className="mb-4">
        {status?.words}
      </StatusLine>
      <ul className="border-hairline border-b">
        {deckChanges.map((change) => (
          <DeckChangeItem
            key={change.part}
            change={change}
            isTaken={takenParts.has(change.part)}
            canTake={canTake}
            isBusy={isBusy}
            onTake={() => void take({ parts: [change.part] })}
          />
        ))}
        {changes.map((change) => (
          <ChangeItem
            key={change.key}
            change={change}
            isTaken={taken.has(change.key)}
            canTake={canTake}
            isBusy={isBusy}
            onTake={() => void take({ keys: [change.key] })}
          />
        ))}
      </ul>
    </>
  )
}
