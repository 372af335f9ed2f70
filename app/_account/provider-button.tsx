'use client'

import { useState } from 'react'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { visitProvider } from '../_api/visit-provider'
import { accountText } from '../_text/account'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'

export function ProviderButton({ name, to }: { name: string; to: string }) {
  const text = useText(accountText).signIn
  const locale = useLocale()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function leave() {
    if (isBusy) return
    setBusy(true)
    setProblem(await visitProvider(to, locale))
    setBusy(false)
  }
  return (
    <div className="grid gap-2">
      <Button isBusy={isBusy} onClick={leave}>
        {text.withProvider(name)}
      </Button>
      <StatusLine tone="danger">{problem}</StatusLine>
    </div>
  )
}
