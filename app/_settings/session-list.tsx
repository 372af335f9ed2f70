'use client'

import { useState } from 'react'
import type { SessionView } from '@/lib/account/list-sessions'
import { formatAgo } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'
import { deviceName } from './device-name'

/** `now` is the server's, so that both sides write the same "2 hours ago". */
export function SessionList({ sessions: loaded, now }: { sessions: SessionView[]; now: number }) {
  const text = useText(settingsText)
  const locale = useLocale()
  const [sessions, setSessions] = useState(loaded)
  const [problem, setProblem] = useState<string | null>(null)
  async function end(path: string, isKept: (session: SessionView) => boolean) {
    setProblem(null)
    const answer = await callApi('DELETE', path)
    if (answer.ok) setSessions(sessions.filter(isKept))
    else setProblem(answer.message)
  }
  return (
    <div className="grid gap-4">
      <ul className="border-hairline border-b">
        {sessions.map((session) => (
          <li key={session.id} className="border-hairline flex flex-wrap items-center gap-x-4 border-t py-2">
            <div className="min-w-0 flex-1">
              <p title={session.userAgent}>{deviceName(session.userAgent) ?? text.unknownDevice}</p>
              {/* Node's and the browser's words for "2 hours ago" may be of different editions. */}
              <p className="text-soft text-sm" suppressHydrationWarning>
                {session.isCurrent
                  ? text.thisSession
                  : text.lastSeen(formatAgo(locale, session.lastSeenAt, now))}
              </p>
            </div>
            {session.isCurrent ? null : (
              <Button
                look="quiet"
                onClick={() => end(`/sessions/${session.id}`, ({ id }) => id !== session.id)}
              >
                {text.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button onClick={() => end('/sessions/others', ({ isCurrent }) => isCurrent)}>
            {text.endOthers}
          </Button>
        </div>
      ) : null}
      <StatusLine tone="danger">{problem}</StatusLine>
    </div>
  )
}
