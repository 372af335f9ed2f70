'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { newEventId } from '../_study/new-event-id'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

/** A title is all that a deck needs to begin with. */
export function NewDeckButton() {
  const { newDeck: text } = useText(editorText)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {text.button}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={text.title}>
        <NewDeckForm onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function NewDeckForm({ onCancel }: { onCancel: () => void }) {
  const { newDeck: text } = useText(editorText)
  const locale = useLocale()
  const router = useRouter()
  // Pressed twice, it is one deck.
  const [id] = useState(() => newEventId(Date.now()))
  const { isBusy, message, onSubmit } = useSubmit(
    (form) =>
      callApi<{ slug: string }>('POST', '/decks/blank', {
        id,
        title: { [locale]: textOf(form, 'title').trim() },
      }),
    ({ slug }) => {
      router.push(`/decks/${slug}/edit`)
      return 'stay-busy'
    },
  )
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <Field
        label={text.name}
        hint={text.nameHint}
        name="title"
        required
        maxLength={200}
        autoFocus
        pattern=".*\S.*"
      />
      <StatusLine tone="danger">{message}</StatusLine>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button type="submit" look="primary" isBusy={isBusy}>
          {text.create}
        </Button>
      </div>
    </form>
  )
}
