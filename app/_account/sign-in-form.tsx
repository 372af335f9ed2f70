'use client'

import { useState, type FormEvent } from 'react'
import { signInWith } from '../_api/sign-in-with'
import { textOf } from '../_api/use-submit'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { accountText } from '../_text/account'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

/** `to` is where a whole page is loaded afterwards. */
export function SignInForm({ to, email }: { to: string; email?: string }) {
  const text = useText(accountText)
  const locale = useLocale()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const form = new FormData(event.currentTarget)
    const fields = { email: textOf(form, 'email'), password: textOf(form, 'password') }
    const answer = await signInWith('password', fields, locale)
    if (answer.ok) location.assign(to)
    else {
      setProblem(answer.message)
      setBusy(false)
    }
  }
  return (
    <form method="post" onSubmit={submit} className="grid gap-5">
      <Field
        label={text.email}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        required
        maxLength={254}
        spellCheck={false}
        autoCapitalize="none"
      />
      <Field label={text.password} name="password" type="password" autoComplete="current-password" required />
      <StatusLine tone="danger">{problem}</StatusLine>
      <Button look="primary" type="submit" isBusy={isBusy}>
        {isBusy ? text.working : text.signIn.submit}
      </Button>
    </form>
  )
}
