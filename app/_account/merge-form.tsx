'use client'

import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { accountText } from '../_text/account'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'

export function MergeForm({ to }: { to: string }) {
  const text = useText(accountText).merge
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function decide(method: 'POST' | 'DELETE') {
    if (isBusy) return
    setBusy(true)
    const answer = await callApi(method, '/account/merge')
    if (answer.ok) return location.assign(to)
    setProblem(answer.message)
    setBusy(false)
  }
  return (
    <div className="grid gap-4">
      <StatusLine tone="danger">{problem}</StatusLine>
      <Button look="primary" isBusy={isBusy} onClick={() => decide('POST')}>
        {text.accept}
      </Button>
      <Button isBusy={isBusy} onClick={() => decide('DELETE')}>
        {text.decline}
      </Button>
    </div>
  )
}
