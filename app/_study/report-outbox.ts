import type { Locale, NoteSource } from '@/lib/core/content/content'
import { callApi } from '../_api/call-api'
import { oneTab } from './one-tab'

export type WaitingReport = {
  id: string
  cardId: string
  noteRevision: number
  locale: Locale
  text: string
  proposal?: NoteSource
  /** Why the server would not take it: kept until its writer has read that. */
  refused?: string
}

/**
 * Reports that wait for the server, by learner. They are few and small, so localStorage keeps them; each leaves by
 * its own answer, and the server keeps a repeated one once.
 */
const nameOf = (learner: string) => `unroll.reports:${learner}`

export function listWaitingReports(learner: string): WaitingReport[] {
  try {
    const text = localStorage.getItem(nameOf(learner))
    return text === null ? [] : (JSON.parse(text) as WaitingReport[]) // written below alone
  } catch {
    return []
  }
}

function write(learner: string, reports: readonly WaitingReport[]): void {
  try {
    if (reports.length === 0) localStorage.removeItem(nameOf(learner))
    else localStorage.setItem(nameOf(learner), JSON.stringify(reports))
  } catch {
    // A browser that keeps nothing: what waits is lost with the page.
  }
}

export function addReport(learner: string, report: WaitingReport): void {
  write(learner, [...listWaitingReports(learner).filter(({ id }) => id !== report.id), report])
}

export function removeReport(learner: string, id: string): void {
  write(
    learner,
    listWaitingReports(learner).filter((report) => report.id !== id),
  )
}

/** Sends what waits; how many still do. Only one tab sends at a time. */
export function sendReports(learner: string): Promise<number> {
  return oneTab(`unroll:${learner}:reports`)(async () => {
    for (const { refused, ...report } of listWaitingReports(learner)) {
      if (refused !== undefined) continue
      const answer = await callApi('POST', '/reports', { learner, ...report })
      if (answer.ok) removeReport(learner, report.id)
      else if (isFinal(answer.status, answer.code)) addReport(learner, { ...report, refused: answer.message })
      else break // no network, or nobody is signed in: they wait
    }
    return listWaitingReports(learner).filter(({ refused }) => refused === undefined).length
  })
}

/** Asked again, the server would say the same. */
function isFinal(status: number, code: string): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status) && code !== 'conflict'
}

export function forgetReports(learner: string): void {
  write(learner, [])
}
