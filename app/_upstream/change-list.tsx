'use client'

import { useState } from 'react'
import type { UpstreamChange } from '@/lib/authoring/upstream/find-changes'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { upstreamText } from '../_text/upstream'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { StatusLine } from '../_ui/status-line'
import { ChangeItem } from './change-item'

type ChangeListProps = { slug: string; changes: UpstreamChange[]; canEdit: boolean }

/** What was taken stays in the list, marked, so that one sees what one did. */
export function ChangeList({ slug, changes, canEdit }: ChangeListProps) {
  const text = useText(upstreamText)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [isDone, setDone] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)

  async function take(keys: string[] | undefined, isRestKept: boolean) {
    if (isBusy) return
    setBusy(true)
    setStatus(null)
    const body = { ...(keys && { keys }), isRestKept }
    const answer = await callApi<{ taken: number; left: number }>('POST', `/decks/${slug}/upstream`, body)
    setBusy(false)
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    const { left } = answer.value
    if (left === 0) setDone(true)
    if (keys) setTaken(new Set([...taken, ...keys]))
    else if (left === 0 && !isRestKept) setTaken(new Set(changes.map(({ key }) => key)))
    const words = isRestKept ? text.kept : left === 0 ? text.done : keys ? text.taken : text.left(left)
    setStatus({ tone: 'good', words })
  }

  const left = changes.filter(({ key }) => !taken.has(key))
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="me-auto text-sm">{text.count(changes.length)}</p>
        {canEdit && !isDone && left.length > 0 ? (
          <>
            <Button onClick={() => void take([], true)} isBusy={isBusy}>
              {text.keepRest}
            </Button>
            <Button look="primary" onClick={() => void take(undefined, false)} isBusy={isBusy}>
              {text.takeAll}
            </Button>
          </>
        ) : null}
        {canEdit ? null : <p className="text-soft text-sm">{text.readOnly}</p>}
        {taken.size > 0 ? <ButtonLink href={`/decks/${slug}/edit`}>{text.toDraft}</ButtonLink> : null}
      </div>
      <StatusLine tone={status?.tone} className="mb-4">
        {status?.words}
      </StatusLine>
      <ul className="border-hairline border-b">
        {changes.map((change) => (
          <ChangeItem
            key={change.key}
            change={change}
            isTaken={taken.has(change.key)}
            canTake={canEdit && !isDone}
            isBusy={isBusy}
            onTake={() => void take([change.key], false)}
          />
        ))}
      </ul>
    </>
  )
}
