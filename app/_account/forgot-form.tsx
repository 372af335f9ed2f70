'use client'

import { useState } from 'react'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { accountText } from '../_text/account'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

/** Says the same whether the account exists or not. */
export function ForgotForm() {
  const text = useText(accountText)
  const [isSent, setSent] = useState(false)
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) => callApi('POST', '/password/forgotten', { email: textOf(form, 'email') }),
    () => setSent(true),
    ['email'],
  )
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <Field
        label={text.email}
        error={fields.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
      />
      <StatusLine tone="danger">{message}</StatusLine>
      <StatusLine tone="good">{isSent ? text.forgot.sent : null}</StatusLine>
      <Button look="primary" type="submit" isBusy={isBusy}>
        {isBusy ? text.working : text.forgot.submit}
      </Button>
      <p className="text-soft text-sm">{text.forgot.noMail}</p>
    </form>
  )
}
