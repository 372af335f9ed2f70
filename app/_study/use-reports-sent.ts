'use client'

import { useEffect } from 'react'
import { sendReports } from './report-outbox'

/** Sends the reports that wait, now and when the network is back; `onSent` is told after each try. */
export function useReportsSent(learner: string, onSent?: () => void): void {
  useEffect(() => {
    const send = () => void sendReports(learner).then(onSent)
    send()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [learner, onSent])
}
