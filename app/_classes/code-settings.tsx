'use client'

import { useState } from 'react'
import type { JoinCode } from '@/lib/classroom/change-join-code'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { classDeskText } from '../_text/class-desk'
import { Button } from '../_ui/button'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'
import { JoinBox } from './join-box'

const DAYS = [1, 7, 30, 180]

type CodeSettingsProps = { classId: string; joinCode: JoinCode | null; timeZone: string }

/** The code by which learners join: shown, replaced, closed. */
export function CodeSettings({ classId, joinCode: first, timeZone }: CodeSettingsProps) {
  const text = useText(classDeskText)
  const [joinCode, setJoinCode] = useState(first)
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { isBusy, message, onSubmit } = useSubmit(
    (form) => callApi<JoinCode>('PUT', `/classes/${classId}/code`, { days: Number(textOf(form, 'days')) }),
    (made) => {
      setJoinCode(made)
      setSaid(text.codeMade)
    },
  )
  async function revoke() {
    const answer = await callApi('DELETE', `/classes/${classId}/code`)
    setProblem(answer.ok ? null : answer.message)
    if (!answer.ok) return
    setJoinCode(null)
    setSaid(text.codeRevoked)
  }
  return (
    <section className="grid gap-5">
      <h2 className="text-xl">{text.joinBy}</h2>
      {joinCode ? <JoinBox joinCode={joinCode} timeZone={timeZone} /> : <p>{text.noCode}</p>}
      <form onSubmit={onSubmit} className="flex max-w-measure flex-wrap items-end gap-3">
        <div className="w-40">
          <Select
            name="days"
            label={text.newCodeFor}
            defaultValue="30"
            options={DAYS.map((n) => ({ value: String(n), label: text.codeDays(n) }))}
          />
        </div>
        <Button type="submit" isBusy={isBusy}>
          {text.newCode}
        </Button>
        {joinCode ? (
          <Button look="danger" onClick={revoke}>
            {text.revoke}
          </Button>
        ) : null}
      </form>
      {joinCode ? <p className="text-soft text-sm">{text.newCodeHint}</p> : null}
      <StatusLine tone="good">{said}</StatusLine>
      <StatusLine tone="danger">{message ?? problem}</StatusLine>
    </section>
  )
}
