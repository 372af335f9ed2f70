'use client'

import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { refreshAccount } from '../_shell/use-account'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

export function NameForm({ name }: { name: string }) {
  const text = useText(settingsText)
  const [isSaved, setSaved] = useState(false)
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) => callApi('PATCH', '/account', { name: textOf(form, 'name') }),
    () => {
      setSaved(true)
      void refreshAccount()
    },
    ['name'],
  )
  return (
    <form onSubmit={onSubmit} onChange={() => setSaved(false)} className="grid gap-3">
      <div className="grid grid-cols-[1fr_auto] items-end gap-3">
        <Field
          label={text.name}
          error={fields.name}
          name="name"
          defaultValue={name}
          autoComplete="name"
          required
          maxLength={80}
        />
        <Button type="submit" isBusy={isBusy}>
          {text.save}
        </Button>
      </div>
      <StatusLine tone="danger">{message}</StatusLine>
      <StatusLine tone="good">{isSaved ? text.saved : null}</StatusLine>
    </form>
  )
}
