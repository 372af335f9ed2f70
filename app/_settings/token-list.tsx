'use client'

import { useState } from 'react'
import type { Scope } from '@/lib/core/access/actor'
import type { TokenView } from '@/lib/account/token-view'
import { formatAgo } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { CopyText } from '../_ui/copy-text'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

const SCOPES: readonly Scope[] = ['read', 'study', 'author', 'teach']

export function TokenList({ tokens: loaded, now }: { tokens: TokenView[]; now: number }) {
  const text = useText(settingsText)
  const locale = useLocale()
  const [tokens, setTokens] = useState(loaded)
  const [secret, setSecret] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const making = useSubmit<TokenView & { token: string }>(
    (form) =>
      callApi('POST', '/tokens', {
        name: textOf(form, 'name'),
        scopes: SCOPES.filter((scope) => form.has(scope)),
      }),
    ({ token, ...view }, form) => {
      setTokens([...tokens, view])
      setSecret(token)
      form.reset()
    },
    ['name'],
  )
  async function revoke(id: string) {
    setProblem(null)
    const answer = await callApi('DELETE', `/tokens/${id}`)
    if (answer.ok) setTokens(tokens.filter((token) => token.id !== id))
    else setProblem(answer.message)
  }
  return (
    <div className="grid gap-6">
      {tokens.length > 0 ? (
        <ul className="border-hairline border-b">
          {tokens.map(({ id, name, scopes, lastUsedAt }) => (
            <li key={id} className="border-hairline flex flex-wrap items-center gap-x-4 border-t py-2">
              <div className="min-w-0 flex-1">
                <p className="truncate">{name}</p>
                <p className="text-soft text-sm" suppressHydrationWarning>
                  {scopes.join(', ')} ·{' '}
                  {lastUsedAt === null ? text.neverUsed : text.lastSeen(formatAgo(locale, lastUsedAt, now))}
                </p>
              </div>
              <Button look="quiet" onClick={() => revoke(id)}>
                {text.revoke}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-soft text-sm">{text.noTokens}</p>
      )}
      <StatusLine tone="danger">{problem}</StatusLine>
      <div aria-live="polite">
        {secret ? (
          <div className="border-accent grid gap-3 border-s-2 ps-4">
            <p className="text-sm">{text.tokenMade}</p>
            <CopyText key={secret} value={secret} copy={text.copy} copied={text.copied} />
          </div>
        ) : null}
      </div>
      <form onSubmit={making.onSubmit} className="grid gap-4">
        <Field label={text.tokenName} error={making.fields.name} name="name" required maxLength={80} />
        <fieldset className="grid">
          <legend className="mb-1 text-sm font-medium">{text.scopes}</legend>
          {SCOPES.map((scope) => (
            <label key={scope} className="flex min-h-11 items-center gap-3 text-sm">
              <input type="checkbox" name={scope} defaultChecked={scope === 'read'} className="size-5" />
              {text.scopeNames[scope]}
            </label>
          ))}
        </fieldset>
        <StatusLine tone="danger">{making.message}</StatusLine>
        <div>
          <Button type="submit" isBusy={making.isBusy}>
            {text.makeToken}
          </Button>
        </div>
      </form>
    </div>
  )
}
