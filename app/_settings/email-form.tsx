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

/** The password is asked for once the address has been touched: it opens the account. */
export function EmailForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const text = useText(settingsText)
  const [kept, setKept] = useState(email)
  const [typed, setTyped] = useState(email)
  const [isSaved, setSaved] = useState(false)
  const isChanged = typed !== kept
  const { isBusy, message, fields, onSubmit } = useSubmit<{ email: string }>(
    (form) =>
      callApi('PUT', '/account/email', {
        email: typed,
        ...(hasPassword ? { password: textOf(form, 'password') } : {}),
      }),
    (saved) => {
      setKept(saved.email)
      setTyped(saved.email)
      setSaved(true)
      void refreshAccount()
    },
    ['email', 'password'],
  )
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <Field
        label={text.email}
        error={fields.email}
        type="email"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setSaved(false)
        }}
        autoComplete="email"
        required
        maxLength={254}
      />
      {isChanged && hasPassword ? (
        <Field
          label={text.currentPassword}
          error={fields.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      ) : null}
      {isChanged ? (
        <div className="flex gap-3">
          <Button type="submit" isBusy={isBusy}>
            {text.save}
          </Button>
          <Button look="quiet" onClick={() => setTyped(kept)}>
            {text.cancel}
          </Button>
        </div>
      ) : null}
      <StatusLine tone="danger">{message}</StatusLine>
      <StatusLine tone="good">{isSaved ? text.saved : null}</StatusLine>
    </form>
  )
}
