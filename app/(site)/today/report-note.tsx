'use client'

import { useCallback, useEffect, useState } from 'react'
import { callApi } from '@/app/_api/call-api'
import { listWaitingReports, removeReport, type WaitingReport } from '@/app/_study/report-outbox'
import { useReportsSent } from '@/app/_study/use-reports-sent'
import { reportsText } from '@/app/_text/reports'
import { Button } from '@/app/_ui/button'
import { TextLink } from '@/app/_ui/text-link'
import { useText } from '@/lib/platform/i18n/locale-provider'

/** What became of the learner's reports: answers not yet read, what waits, what could not be delivered. */
export function ReportNote({ learner }: { learner: string }) {
  const text = useText(reportsText).note
  const [unseen, setUnseen] = useState(0)
  const [reports, setReports] = useState<WaitingReport[]>([])
  const read = useCallback(() => setReports(listWaitingReports(learner)), [learner])
  useReportsSent(learner, read)
  useEffect(() => {
    let isGone = false
    void callApi<{ unseen: number }>('GET', '/reports').then((answer) => {
      if (answer.ok && !isGone) setUnseen(answer.value.unseen)
    })
    return () => void (isGone = true)
  }, [])
  const refused = reports.filter((report) => report.refused !== undefined)
  const waiting = reports.length - refused.length
  return (
    <div role="status" className="grid gap-4 empty:hidden">
      {unseen > 0 ? (
        <p className="border-accent border-s-2 ps-4 text-sm">
          <TextLink href="/reports" isAlone>
            {text.answers(unseen)}
          </TextLink>
        </p>
      ) : null}
      {waiting > 0 ? <p className="border-caution border-s-2 ps-4 text-sm">{text.waiting(waiting)}</p> : null}
      {refused.map((report) => (
        <div key={report.id} className="border-danger grid justify-items-start gap-1 border-s-2 ps-4 text-sm">
          <p className="font-medium">{text.refused}</p>
          <p>{report.refused}</p>
          <p className="text-soft line-clamp-3 break-words whitespace-pre-line">
            {report.text || report.proposal?.front}
          </p>
          <Button
            look="quiet"
            className="-ms-3"
            onClick={() => {
              removeReport(learner, report.id)
              read()
            }}
          >
            {text.forget}
          </Button>
        </div>
      ))}
    </div>
  )
}
