'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

/** `guestName`: what a guest is called so far; null for an account, which has a name. */
export function JoinForm({ code, guestName }: { code: string; guestName: string | null }) {
  const text = useText(classesText)
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) =>
      callApi<{ id: string }>(
        'POST',
        `/join/${encodeURIComponent(code)}`,
        guestName === null ? {} : { name: textOf(form, 'name') },
      ),
    ({ id }) => {
      // A whole document: Today asks the server anew for what is asked now.
      window.location.assign(`/classes/${id}`)
      return 'stay-busy'
    },
    ['name'],
  )
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {guestName === null ? null : (
        <Field
          name="name"
          label={text.yourName}
          required
          maxLength={80}
          autoComplete="name"
          error={fields.name}
        />
      )}
      <div className="grid justify-items-start gap-2">
        <Button type="submit" look="primary" size="large" isBusy={isBusy}>
          {isBusy ? text.joining : text.join}
        </Button>
        <StatusLine tone="danger">{message}</StatusLine>
      </div>
    </form>
  )
}
