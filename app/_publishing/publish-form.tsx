'use client'

import { useState, type FormEvent } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import type { ApiFailure } from '../_api/call-api'
import { textOf } from '../_api/use-submit'
import { publishingText } from '../_text/publishing'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

type PublishFormProps = {
  count: number
  failure: ApiFailure | null
  onPublish: (line: string) => Promise<void>
  onLookAgain: () => void
}

export function PublishForm({ count, failure, onPublish, onLookAgain }: PublishFormProps) {
  const text = useText(publishingText)
  const [isBusy, setBusy] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy || count === 0) return
    setBusy(true)
    await onPublish(textOf(new FormData(event.currentTarget), 'line'))
    setBusy(false)
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)} className="bg-sunk grid gap-5 rounded-lg p-5">
      <Field label={text.line} hint={text.lineHint} name="line" maxLength={500} autoComplete="off" />
      <Button look="primary" type="submit" isBusy={isBusy} disabled={count === 0}>
        {text.publish(count)}
      </Button>
      <StatusLine>{isBusy ? text.publishing : count === 0 ? text.nothingChosen : null}</StatusLine>
      <StatusLine tone="danger">{failure?.message}</StatusLine>
      {failure?.code === 'conflict' ? <Button onClick={onLookAgain}>{text.lookAgain}</Button> : null}
    </form>
  )
}
