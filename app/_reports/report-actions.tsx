'use client'

import { useState } from 'react'
import type { ReportView } from '@/lib/authoring/reports/list-reports'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { reportsText } from '../_text/reports'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'
import { TextArea } from '../_ui/text-area'

type ReportActionsProps = { report: ReportView; slug: string; canEdit: boolean }

/** One press accepts; an answer takes a few words. What was done stays on the page until it is left. */
export function ReportActions({ report, slug, canEdit }: ReportActionsProps) {
  const text = useText(reportsText).inbox
  const [isAnswering, setAnswering] = useState(false)
  const [answer, setAnswer] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  const isConflict = report.conflicts.length > 0
  const isDraft = report.kind === 'PROPOSAL' && canEdit

  async function settle(path: 'accept' | 'answer', body: object, done: string) {
    if (isBusy) return
    setBusy(true)
    setStatus(null)
    const answered = await callApi('POST', `/decks/${slug}/reports/${report.id}/${path}`, body)
    setBusy(false)
    setStatus(answered.ok ? { tone: 'good', words: done } : { tone: 'danger', words: answered.message })
  }
  const accept = () => settle('accept', { anyway: isConflict }, isDraft ? text.drafted : text.accepted)

  const isDone = status?.tone === 'good'
  return (
    <div className="grid gap-4">
      {isDone ? null : isAnswering ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void settle('answer', { answer }, text.answered)
          }}
        >
          <TextArea
            label={text.answerLabel}
            hint={text.answerHint}
            value={answer}
            maxLength={2_000}
            required
            autoFocus
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => setAnswering(false)}>{text.cancel}</Button>
            <Button look="primary" type="submit" isBusy={isBusy}>
              {text.sendAnswer}
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-wrap gap-3">
          {isDraft && report.note.isGone ? null : (
            <Button look={isConflict ? 'danger' : 'primary'} isBusy={isBusy} onClick={() => void accept()}>
              {isConflict ? text.acceptAnyway : isDraft ? text.acceptInto : text.accept}
            </Button>
          )}
          <Button onClick={() => setAnswering(true)}>{text.answer}</Button>
        </div>
      )}
      <StatusLine tone={status?.tone}>{status?.words}</StatusLine>
    </div>
  )
}
