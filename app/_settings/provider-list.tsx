'use client'

import { useState } from 'react'
import type { AccountView } from '@/lib/account/describe-account'
import { formatDate } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { visitProvider } from '../_api/visit-provider'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'

type ProviderListProps = {
  providers: AccountView['providers']
  /** What the provider of this house is called. */
  name: string
}

/** Signing in by the house's provider: linked from here only, never by the e-mail address. */
export function ProviderList({ providers: loaded, name }: ProviderListProps) {
  const text = useText(settingsText)
  const locale = useLocale()
  const [providers, setProviders] = useState(loaded)
  const [problem, setProblem] = useState<string | null>(null)
  async function link() {
    setProblem(null)
    const intent = await callApi('POST', '/account/provider')
    setProblem(intent.ok ? await visitProvider('/settings/account', locale) : intent.message)
  }
  async function unlink() {
    setProblem(null)
    const answer = await callApi('DELETE', '/account/provider')
    if (answer.ok) setProviders([])
    else setProblem(answer.message)
  }
  return (
    <div className="grid gap-4">
      {providers.length === 0 ? (
        <div>
          <Button onClick={link}>{text.link(name)}</Button>
        </div>
      ) : (
        <ul className="border-hairline border-b">
          {providers.map(({ provider, label, createdAt }) => (
            <li key={provider} className="border-hairline flex flex-wrap items-center gap-x-4 border-t py-2">
              <div className="min-w-0 flex-1">
                <p className="truncate">{label || name}</p>
                <p className="text-soft text-sm">{text.linkedSince(formatDate(locale, createdAt, 'UTC'))}</p>
              </div>
              <Button look="quiet" onClick={unlink}>
                {text.unlink}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <StatusLine tone="danger">{problem}</StatusLine>
    </div>
  )
}
