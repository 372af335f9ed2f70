'use client'

import { useRouter } from 'next/navigation'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { useSubmit } from '../_api/use-submit'
import { sharingText } from '../_text/sharing'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'

/** One press; opening the link alone changes nothing. */
export function AcceptForm({ token }: { token: string }) {
  const text = useText(sharingText).invited
  const router = useRouter()
  const { isBusy, message, onSubmit } = useSubmit<{ slug: string }>(
    () => callApi('POST', `/invites/${token}`),
    ({ slug }) => {
      router.push(`/decks/${slug}`)
      return 'stay-busy'
    },
  )
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <StatusLine tone="danger">{message}</StatusLine>
      <Button look="primary" type="submit" isBusy={isBusy}>
        {text.accept}
      </Button>
    </form>
  )
}
