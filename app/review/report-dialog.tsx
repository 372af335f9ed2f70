'use client'

import { useState } from 'react'
import type { NoteSource } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { PackCard } from '@/lib/core/study/study-pack'
import { cardSideOf } from '../_study/card-side-of'
import { newEventId } from '../_study/new-event-id'
import { addReport, listWaitingReports, removeReport, sendReports } from '../_study/report-outbox'
import { reportsText } from '../_text/reports'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'
import { TextArea } from '../_ui/text-area'
import { ProposalFields } from './proposal-fields'
import { useCardText } from './use-card-text'

type ReportKind = 'problem' | 'proposal'

type ReportDialogProps = {
  card: PackCard
  learner: string
  isOpen: boolean
  /** What it opens at, until another is chosen. */
  first: ReportKind
  onClose: () => void
}

const MAX_MESSAGE = 2_000

/** What is typed stays while the dialog is closed and opened again on the same card. */
export function ReportDialog({ card, learner, isOpen, first, onClose }: ReportDialogProps) {
  const text = useText(reportsText).dialog
  const shown = cardSideOf(card, useLocale()).locale
  const [chosen, setKind] = useState<ReportKind | null>(null)
  const [message, setMessage] = useState('')
  const [changed, setChanged] = useState<NoteSource | null>(null)
  const kind = chosen ?? (changed ? 'proposal' : first)
  const [outcome, setOutcome] = useState<{ tone: 'good' | 'calm' | 'danger'; words: string } | null>(null)
  const [isSettled, setSettled] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const source = useCardText(card.id, isOpen && kind === 'proposal' && card.kind !== 'EXERCISE')
  const before = source.kind === 'ready' ? (source.text.fields[shown] ?? { front: '', back: '' }) : null
  const proposal = kind === 'proposal' ? (changed ?? before) : null

  async function send() {
    if (isBusy) return
    const typed = message.trim()
    if (kind === 'problem' && typed === '') return setOutcome({ tone: 'danger', words: text.needText })
    if (kind === 'proposal' && JSON.stringify(proposal) === JSON.stringify(before))
      return setOutcome({ tone: 'danger', words: text.needChange })
    setBusy(true)
    setOutcome(null)
    const id = newEventId(Date.now())
    const revision = source.kind === 'ready' && proposal ? source.text.revision : card.noteRevision
    addReport(learner, {
      ...{ id, cardId: card.id, noteRevision: revision, locale: shown, text: typed },
      ...(proposal && { proposal }),
    })
    const isKept = listWaitingReports(learner).some((report) => report.id === id)
    await sendReports(learner)
    setBusy(false)
    const left = listWaitingReports(learner).find((report) => report.id === id)
    if (!isKept) return setOutcome({ tone: 'danger', words: text.unkept })
    if (left?.refused !== undefined) {
      removeReport(learner, id) // it stands here, to be mended and sent again
      return setOutcome({ tone: 'danger', words: left.refused })
    }
    setOutcome(
      left
        ? { tone: 'calm', words: navigator.onLine ? text.waitsElse : text.waits }
        : { tone: 'good', words: text.sent },
    )
    setSettled(true)
    setMessage('')
    setChanged(null)
  }

  function close() {
    setOutcome(null)
    setSettled(false)
    setKind(null)
    onClose()
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.title}
      actions={
        isSettled ? (
          <Button look="primary" onClick={close}>
            {text.goOn}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{text.cancel}</Button>
            <Button look="primary" isBusy={isBusy} onClick={() => void send()}>
              {text.send}
            </Button>
          </>
        )
      }
    >
      {isSettled ? null : (
        <>
          <fieldset className="flex flex-wrap gap-x-6">
            <legend className="sr-only">{text.what}</legend>
            {(['problem', 'proposal'] as const).map((of) => (
              <label key={of} className="flex min-h-11 items-center gap-3 text-sm">
                <input
                  type="radio"
                  name="kind"
                  className="size-5"
                  checked={kind === of}
                  disabled={of === 'proposal' && card.kind === 'EXERCISE'}
                  onChange={() => {
                    setKind(of)
                    setOutcome(null)
                  }}
                />
                {text.kinds[of]}
              </label>
            ))}
          </fieldset>
          {card.kind === 'EXERCISE' ? <p className="text-soft text-sm">{text.isExercise}</p> : null}
          {kind === 'proposal' ? (
            source.kind === 'ready' && proposal ? (
              <div className="grid gap-4" lang={languageTag(shown)}>
                <ProposalFields kind={source.text.kind} value={proposal} onChange={setChanged} />
              </div>
            ) : (
              <p role="status" className="text-soft text-sm">
                {source.kind === 'loading'
                  ? text.loading
                  : source.kind === 'offline'
                    ? text.noNetwork
                    : text.noText}
              </p>
            )
          ) : null}
          {kind === 'problem' || source.kind === 'ready' ? (
            <TextArea
              label={kind === 'problem' ? text.message : text.remark}
              hint={kind === 'problem' ? text.messageHint : text.remarkHint}
              value={message}
              maxLength={MAX_MESSAGE}
              rows={kind === 'problem' ? 4 : 2}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
          ) : null}
        </>
      )}
      <StatusLine tone={outcome?.tone}>{outcome?.words}</StatusLine>
    </Dialog>
  )
}
