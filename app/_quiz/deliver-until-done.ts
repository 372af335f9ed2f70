import { isPassing, type ApiAnswer } from '../_api/call-api'

/** Whether the server has it, may have it later, or has said no for good. */
export type Outcome = 'done' | 'later' | 'refused'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** After the network is back, an attempt that began without it may still be failing. */
const BACK_MS = 100

export function outcomeOf(answer: ApiAnswer<unknown>): Outcome {
  if (answer.ok) return 'done'
  return isPassing(answer) ? 'later' : 'refused'
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
      // With a jitter, so that a class whose time was over at once does not come back in step.
      timer = setTimeout(attempt, wait * (1 + Math.random() / 4))
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
