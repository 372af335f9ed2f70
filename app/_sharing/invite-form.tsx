'use client'

import { useState } from 'react'
import type { OpenInvite } from '@/lib/authoring/members/list-members'
import { formatDate } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { sharingText } from '../_text/sharing'
import { Button } from '../_ui/button'
import { CopyText } from '../_ui/copy-text'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'

type InviteFormProps = { slug: string; invites: OpenInvite[]; timeZone: string }

const DAYS = [1, 7, 30] as const

export function InviteForm({ slug, invites: loaded, timeZone }: InviteFormProps) {
  const text = useText(sharingText)
  const locale = useLocale()
  const [invites, setInvites] = useState(loaded)
  const [link, setLink] = useState<string | null>(null)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  const making = useSubmit<OpenInvite & { token: string }>(
    (form) =>
      callApi('POST', `/decks/${slug}/invites`, {
        role: textOf(form, 'role'),
        days: Number(textOf(form, 'days')),
      }),
    ({ token, ...invite }) => {
      setInvites([...invites, invite])
      setLink(`${location.origin}/invited/${token}`)
      setStatus(null)
    },
  )
  const until = (invite: OpenInvite) => formatDate(locale, invite.expiresAt, timeZone)
  async function revoke({ id }: OpenInvite) {
    const answer = await callApi('DELETE', `/decks/${slug}/invites/${id}`)
    if (!answer.ok && answer.code !== 'not-found') return setStatus({ tone: 'danger', words: answer.message })
    setInvites(invites.filter((of) => of.id !== id))
    setStatus({ tone: 'good', words: text.revoked })
    setLink(null)
  }

  return (
    <div className="grid gap-6">
      <form onSubmit={making.onSubmit} className="grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
        <Select
          label={text.inviteRole}
          name="role"
          defaultValue="EDITOR"
          options={[
            { value: 'EDITOR', label: text.roles.EDITOR },
            { value: 'VIEWER', label: text.roles.VIEWER },
          ]}
        />
        <Select
          label={text.days}
          name="days"
          defaultValue="7"
          options={DAYS.map((days) => ({ value: String(days), label: text.dayCounts[days] }))}
        />
        <Button type="submit" isBusy={making.isBusy}>
          {text.makeInvite}
        </Button>
      </form>
      <StatusLine tone="danger">{making.message}</StatusLine>
      <div aria-live="polite">
        {link ? (
          <div className="border-accent grid gap-3 border-s-2 ps-4">
            <p className="text-sm">{text.inviteMade}</p>
            <CopyText key={link} value={link} copy={text.copy} copied={text.copied} />
          </div>
        ) : null}
      </div>
      {invites.length > 0 ? (
        <section aria-label={text.open} className="grid gap-2">
          <h3 className="font-sans text-sm font-medium">{text.open}</h3>
          <ul className="border-hairline border-b">
            {invites.map((invite) => (
              <li
                key={invite.id}
                className="border-hairline flex items-center justify-between gap-4 border-t py-1"
              >
                <p className="text-sm">{text.openOne(text.roles[invite.role], until(invite))}</p>
                <Button
                  look="quiet"
                  aria-label={text.revokeOf(text.roles[invite.role], until(invite))}
                  onClick={() => void revoke(invite)}
                >
                  {text.revoke}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <StatusLine tone={status?.tone}>{status?.words}</StatusLine>
    </div>
  )
}
