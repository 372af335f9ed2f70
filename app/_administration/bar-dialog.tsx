'use client'

import { useState } from 'react'
import type { AdministeredDeck } from '@/lib/administration/list-all-decks'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { LocalizedText } from '../_decks/localized-text'
import { administrationText } from '../_text/administration'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'
import { TextArea } from '../_ui/text-area'

type BarDialogProps = {
  deck: AdministeredDeck | null
  onClose: () => void
  onDone: (deckId: string, reason: string) => void
}

export function BarDialog({ deck, onClose, onDone }: BarDialogProps) {
  const text = useText(administrationText).decks
  const locale = useLocale()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function bar(deckId: string) {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const answer = await callApi('PUT', `/administration/decks/${deckId}/bar`, { reason })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.message)
    setReason('')
    onDone(deckId, reason.trim())
  }
  return (
    <Dialog isOpen={deck !== null} onClose={onClose} title={text.barTitle}>
      {deck ? (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            void bar(deck.id)
          }}
        >
          <p className="font-serif text-lg">
            <LocalizedText text={deck.title} locale={locale} />
          </p>
          <p className="text-soft text-sm">{text.barLead}</p>
          <TextArea
            label={text.reason}
            value={reason}
            required
            maxLength={1_000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <StatusLine tone="danger">{problem}</StatusLine>
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={onClose}>{text.cancel}</Button>
            <Button look="danger" type="submit" isBusy={isBusy}>
              {text.bar}
            </Button>
          </div>
        </form>
      ) : null}
    </Dialog>
  )
}
