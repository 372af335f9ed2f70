'use client'

import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { accountText } from '../_text/account'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

export function ResetForm({ token }: { token: string }) {
  const text = useText(accountText)
  const [isDone, setDone] = useState(false)
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) => callApi('POST', '/password/reset', { token, password: textOf(form, 'password') }),
    () => setDone(true),
    ['password'],
  )
  if (isDone) {
    return (
      <div className="grid gap-5">
        <StatusLine tone="good">{text.reset.done}</StatusLine>
        <ButtonLink look="primary" href="/sign-in">
          {text.signIn.submit}
        </ButtonLink>
      </div>
    )
  }
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <Field
        label={text.newPassword}
        hint={text.passwordHint}
        error={fields.password}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={128}
      />
      <StatusLine tone="danger">{message}</StatusLine>
      <Button look="primary" type="submit" isBusy={isBusy}>
        {isBusy ? text.working : text.reset.submit}
      </Button>
    </form>
  )
}
