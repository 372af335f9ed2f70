import type { ApiAnswer } from '../_api/call-api'

/** Whether the server has it, may have it later, or has said no for good. */
export type Outcome = 'done' | 'later' | 'refused'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** After the network is back, an attempt that began without it may still be failing. */
const BACK_MS = 100

/** A lost network, a server that starts again and a limit that was reached pass by themselves. */
export function outcomeOf(answer: ApiAnswer<unknown>): Outcome {
  if (answer.ok) return 'done'
  return answer.status === 0 || answer.status === 429 || answer.status >= 500 ? 'later' : 'refused'
}

/**
 * Delivers after a pause, and again at growing intervals and whenever the network is back, until the server has
 * answered. One attempt at a time. Gives back what ends it.
 */
export function deliverUntilDone(deliver: () => Promise<Outcome>, pauseMs: number): () => void {
  let wait = FIRST_WAIT_MS
  let isUnderWay = false
  let isOver = false
  let timer = setTimeout(attempt, pauseMs)

  function attempt() {
    clearTimeout(timer)
    isUnderWay = true
    void deliver().then((outcome) => {
      isUnderWay = false
      if (isOver || outcome !== 'later') return
      timer = setTimeout(attempt, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    })
  }
  function onNetwork() {
    wait = BACK_MS
    if (!isUnderWay) attempt()
  }
  window.addEventListener('online', onNetwork)
  return () => {
    isOver = true
    clearTimeout(timer)
    window.removeEventListener('online', onNetwork)
  }
}
