'use client'

import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { useSubmit } from '../_api/use-submit'
import { refreshAccount } from '../_shell/use-account'
import { accountText } from '../_text/account'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { StatusLine } from '../_ui/status-line'

/** One press, by somebody who has an account; opening the link alone changes nothing. */
export function ClaimForm({ token }: { token: string }) {
  const text = useText(accountText).claim
  const [isDone, setDone] = useState(false)
  const { isBusy, message, onSubmit } = useSubmit(
    () => callApi('POST', '/administrator', { token }),
    () => {
      setDone(true)
      void refreshAccount()
    },
  )
  if (isDone) {
    return (
      <div className="grid gap-5">
        <StatusLine tone="good">{text.done}</StatusLine>
        <ButtonLink look="primary" href="/people">
          {text.toPeople}
        </ButtonLink>
      </div>
    )
  }
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <StatusLine tone="danger">{message}</StatusLine>
      <Button look="primary" type="submit" isBusy={isBusy}>
        {text.submit}
      </Button>
    </form>
  )
}
