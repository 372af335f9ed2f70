'use client'

import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { accountText } from '../_text/account'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

/** A new account, or the guest of this browser made into one: the server knows which. */
export function SignUpForm({ to }: { to: string }) {
  const text = useText(accountText)
  const locale = useLocale()
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) =>
      callApi('POST', '/account', {
        name: textOf(form, 'name'),
        email: textOf(form, 'email'),
        password: textOf(form, 'password'),
        locale,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    () => {
      location.assign(to)
      return 'stay-busy'
    },
    ['name', 'email', 'password'],
  )
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <Field
        label={text.name}
        hint={text.nameHint}
        error={fields.name}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
      />
      <Field
        label={text.email}
        error={fields.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        spellCheck={false}
        autoCapitalize="none"
      />
      <Field
        label={text.password}
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
        {isBusy ? text.working : text.signUp.submit}
      </Button>
    </form>
  )
}
