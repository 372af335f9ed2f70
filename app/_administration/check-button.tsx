'use client'

import { useState } from 'react'
import type { HouseCheck } from '@/lib/administration/check-house'
import { formatNumber } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { administrationText } from '../_text/administration'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'

export function CheckButton() {
  const text = useText(administrationText)
  const locale = useLocale()
  const [isBusy, setBusy] = useState(false)
  const [found, setFound] = useState<HouseCheck | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  async function check() {
    if (isBusy) return
    setBusy(true)
    setFound(null)
    setProblem(null)
    const answer = await callApi<HouseCheck>('POST', '/administration/check')
    setBusy(false)
    if (answer.ok) setFound(answer.value)
    else setProblem(answer.message)
  }
  const isGood = found !== null && found.differences === 0 && found.problems.length === 0
  const seconds = (millis: number) =>
    formatNumber(locale, millis / 1_000, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'narrow',
      maximumFractionDigits: 1,
    })
  return (
    <div className="grid gap-3">
      <p className="text-soft text-sm">{text.checkLead}</p>
      <div>
        <Button isBusy={isBusy} onClick={() => void check()}>
          {isBusy ? text.checking : text.check}
        </Button>
      </div>
      <StatusLine tone={isGood ? 'good' : 'calm'}>
        {found && isGood
          ? text.checkGood(found.learners, found.memories, found.events, seconds(found.millis))
          : null}
      </StatusLine>
      <StatusLine tone="danger">
        {problem ?? (found && found.differences > 0 ? text.checkBad(found.differences) : null)}
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
    </div>
  )
}
