'use client'

import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { accountText } from '../_text/account'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

/** `email` stands in a hidden field, so that password managers know whose password changes. */
export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const text = useText(settingsText)
  const hint = useText(accountText).passwordHint
  const [isDone, setDone] = useState(false)
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) =>
      callApi('PUT', '/account/password', { current: textOf(form, 'current'), next: textOf(form, 'next') }),
    (_value, form) => {
      form.reset()
      setDone(true)
    },
    ['current', 'next'],
  )
  return (
    <form method="post" onSubmit={onSubmit} onChange={() => setDone(false)} className="grid gap-5">
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        {hasPassword ? (
          <Field
            label={text.currentPassword}
            error={fields.current}
            name="current"
            type="password"
            autoComplete="current-password"
            required
          />
        ) : null}
        <Field
          label={text.newPassword}
          hint={hint}
          error={fields.next}
          name="next"
          type="password"
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={128}
        />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" isBusy={isBusy}>
          {text.changePassword}
        </Button>
        <StatusLine tone="danger">{message}</StatusLine>
        <StatusLine tone="good">{isDone ? text.passwordChanged : null}</StatusLine>
      </div>
    </form>
  )
}
