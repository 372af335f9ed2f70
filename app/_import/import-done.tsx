'use client'

import { useState } from 'react'
import type { ImportView } from '@/lib/authoring/exchange/get-import'
import { takenCount } from '@/lib/authoring/exchange/import-choice'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { inLocale } from '../_decks/in-locale'
import { importsText } from '../_text/imports'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'
import { TextLink } from '../_ui/text-link'

/** What an import did, the way to its decks, and the way back. */
export function ImportDone({ job, onUndone }: { job: ImportView; onUndone: (job: ImportView) => void }) {
  const text = useText(importsText)
  const locale = useLocale()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { summary, options } = job
  const countOf = (outcome: string) => summary?.counts[outcome] ?? 0
  const written =
    countOf('NEW') + countOf('UPDATED') + (summary && options ? takenCount(summary, options) : 0)
  const decks = options?.decks ?? []

  async function undo() {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const answer = await callApi<{ kept: number }>('POST', `/imports/${job.id}/undo`)
    setBusy(false)
    setAsking(false)
    if (!answer.ok) return setProblem(answer.message)
    onUndone({ ...job, status: 'UNDONE', summary: summary && { ...summary, kept: answer.value.kept } })
  }

  if (job.status === 'UNDONE') {
    return (
      <div className="grid max-w-measure gap-4">
        <p role="status" className="font-serif text-lg">
          {text.undone} {summary?.kept ? text.kept(summary.kept) : null}
        </p>
        <div>
          <ButtonLink href="/decks/import">{text.again}</ButtonLink>
        </div>
      </div>
    )
  }
  return (
    <div className="grid max-w-measure gap-6">
      <p role="status" className="font-serif text-xl">
        {text.applied(written)} {summary?.histories ? text.memories(summary.histories) : null}
      </p>
      <ul className="border-hairline border-b">
        {decks.map(({ slug, title }) => (
          <li key={slug} className="border-hairline border-t">
            <TextLink href={`/decks/${slug}`} isAlone>
              {inLocale(title, locale)?.value ?? slug}
            </TextLink>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {decks[0] ? (
          <ButtonLink look="primary" href={`/decks/${decks[0].slug}`}>
            {text.openDeck}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/decks/import">{text.again}</ButtonLink>
        <Button onClick={() => setAsking(true)}>{text.undo}</Button>
      </div>
      <StatusLine tone="danger">{problem}</StatusLine>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={text.undoTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.keep}</Button>
            <Button look="danger" isBusy={isBusy} onClick={() => void undo()}>
              {text.undo}
            </Button>
          </>
        }
      >
        <p className="text-soft">{text.undoLead}</p>
      </Dialog>
    </div>
  )
}
