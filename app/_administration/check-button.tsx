'use client'

import { useEffect, useState } from 'react'
import type { HouseCheckState } from '@/lib/administration/checking/house-check-state'
import { formatDateTime, formatNumber } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { administrationText } from '../_text/administration'
import { Button } from '../_ui/button'
import { ProgressBar } from '../_ui/progress-bar'
import { StatusLine } from '../_ui/status-line'

const PATH = '/administration/check'
const POLL_MS = 1_000

/** Begins a check of the house, shows how far it is, and what the last one found. */
export function CheckButton({ initial, timeZone }: { initial: HouseCheckState; timeZone: string }) {
  const text = useText(administrationText)
  const locale = useLocale()
  const [state, setState] = useState(initial)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isRunning = state.status === 'running'

  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => void look(), POLL_MS)
    return () => clearInterval(timer)
    async function look() {
      const answer = await callApi<HouseCheckState>('GET', PATH)
      if (answer.ok) setState(answer.value)
    }
  }, [isRunning])

  async function begin() {
    if (isRunning) return
    setRefusal(null)
    const answer = await callApi<HouseCheckState>('POST', PATH)
    if (answer.ok) setState(answer.value)
    else setRefusal(answer.message)
  }
  return (
    <div className="grid gap-3">
      <p className="text-soft text-sm">{text.checkLead}</p>
      <div>
        <Button isBusy={isRunning} onClick={() => void begin()}>
          {text.check}
        </Button>
      </div>
      {state.status === 'running' && state.total > 0 ? (
        <ProgressBar done={state.done} total={state.total} name={text.checkProgress} />
      ) : null}
      <StatusLine>
        {state.status === 'running'
          ? state.total > 0
            ? text.checkingLogs(state.done, state.total)
            : text.checkingFile
          : null}
      </StatusLine>
      <CheckEnd state={state} />
      <StatusLine tone="danger">{refusal}</StatusLine>
      {state.status === 'done' || state.status === 'failed' ? (
        <p className="text-soft text-sm">
          {text.checkedAt(formatDateTime(locale, state.finishedAt, timeZone))}
        </p>
      ) : null}
    </div>
  )
}

/** What the check found, in the regions that stay and change their words. */
function CheckEnd({ state }: { state: HouseCheckState }) {
  const text = useText(administrationText)
  const locale = useLocale()
  const found = state.status === 'done' ? state.found : null
  const seconds = () =>
    formatNumber(locale, state.status === 'done' ? (state.finishedAt - state.startedAt) / 1_000 : 0, {
      style: 'unit',
      unit: 'second',
      unitDisplay: locale === 'zh' ? 'long' : 'narrow',
      maximumFractionDigits: 1,
    })
  const isGood = found !== null && found.differences === 0 && found.problems.length === 0
  return (
    <>
      <StatusLine tone="good">
        {isGood ? text.checkGood(found.learners, found.memories, found.events, seconds()) : null}
      </StatusLine>
      <StatusLine tone="danger">
        {state.status === 'failed'
          ? text.checkFailed(text.checkFailures[state.failure.why], state.failure.detail)
          : found && found.differences > 0
            ? text.checkBad(found.differences)
            : null}
      </StatusLine>
      {found && found.problems.length > 0 ? (
        <div className="text-danger text-sm">
          <p>{text.checkProblems}</p>
          <ul className="list-disc ps-5">
            {found.problems.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
