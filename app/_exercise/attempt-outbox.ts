import type { AttemptReceipt, ClientAttempt } from '@/lib/core/exercises/attempt'
import { oneTab } from '../_study/one-tab'

/**
 * Worked exercises that wait for the server, by learner. They are few and small, so localStorage keeps them; each
 * leaves by its own receipt, and the server keeps a repeated one once.
 */
const nameOf = (learner: string) => `unroll.attempts:${learner}`
const BATCH = 20

export function listWaitingAttempts(learner: string): ClientAttempt[] {
  try {
    const text = localStorage.getItem(nameOf(learner))
    return text === null ? [] : (JSON.parse(text) as ClientAttempt[]) // written below alone
  } catch {
    return []
  }
}

function write(learner: string, attempts: readonly ClientAttempt[]): void {
  try {
    if (attempts.length === 0) localStorage.removeItem(nameOf(learner))
    else localStorage.setItem(nameOf(learner), JSON.stringify(attempts))
  } catch {
    // A browser that keeps nothing: what waits is lost with the page.
  }
}

export function addAttempt(learner: string, attempt: ClientAttempt): void {
  write(learner, [...listWaitingAttempts(learner).filter(({ id }) => id !== attempt.id), attempt])
}

/** Sends what waits; how many are left. Only one tab sends at a time. */
export function sendAttempts(learner: string): Promise<number> {
  return oneTab(`unroll:${learner}:attempts`)(async () => {
    for (;;) {
      const attempts = listWaitingAttempts(learner).slice(0, BATCH)
      if (attempts.length === 0) return 0
      const told = await post(learner, attempts)
      write(
        learner,
        listWaitingAttempts(learner).filter(({ id }) => !told.has(id)),
      )
      if (told.size === 0) return listWaitingAttempts(learner).length
    }
  })
}

/** The ids that the server has answered for. */
async function post(learner: string, attempts: readonly ClientAttempt[]): Promise<Set<string>> {
  try {
    const response = await fetch('/api/v1/attempts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ learner, sentAt: Date.now(), attempts }),
      signal: AbortSignal.timeout(20_000),
    })
    if (!response.ok) return new Set()
    // The server's own reply: its shape is the contract that its tests hold it to.
    const { receipts } = (await response.json()) as { receipts: AttemptReceipt[] }
    return new Set(receipts.map(({ id }) => id))
  } catch {
    return new Set() // no network: they wait
  }
}

export function forgetAttempts(learner: string): void {
  write(learner, [])
}
