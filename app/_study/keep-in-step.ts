import { sendAttempts } from '../_exercise/attempt-outbox'
import { device } from './device'
import type { StudyPack } from '@/lib/core/study/study-pack'
import { storeImages } from './store-images'
import type { StudyEngine } from './study-engine'

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000
/** Corrections of the content arrive within five cards: the pack is asked for while the fifth is on screen. */
const REFRESH_AFTER_EVENTS = 4
const REFRESH_AFTER_MS = 10 * 60_000

/**
 * Sends when there is something to send, asks for a new pack when the old one may have aged, and does both when the
 * network or the reader comes back. Answers with what stops it.
 */
export function keepInStep(engine: StudyEngine, told: { onOtherLearner: () => void }): () => void {
  let retryMs = FIRST_RETRY_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingBefore = engine.getSnapshot().replica.waiting.length
  let isRefreshing = false
  let stopped = false
  /** The server could not be reached: what was published meanwhile is asked for as soon as it can be. */
  let wasAway = false

  async function send(isRetry = false) {
    clearTimeout(timer)
    const outcome = await engine.flush().catch(() => ({ kind: 'later' as const, afterMs: null }))
    if (stopped) return
    if (outcome.kind === 'sent') {
      retryMs = FIRST_RETRY_MS
      // Exercises that were worked without a network: the answers that name them have just gone.
      void sendAttempts(engine.getSnapshot().learnerId)
      device.setClockOffsetMs(engine.getSnapshot().clockOffsetMs)
      if (isPackOld() || wasAway) void refresh()
      wasAway = false
    } else if (outcome.kind === 'wrong-learner') told.onOtherLearner()
    else if (outcome.kind !== 'signed-out') {
      // With a jitter, so that a class whose server restarts does not come back in step.
      wasAway = true
      const wait = outcome.kind === 'later' ? (outcome.afterMs ?? retryMs) : retryMs
      timer = setTimeout(() => void send(true), wait * (1 + Math.random() / 4))
      // Answers given meanwhile try at once, and put nothing off.
      if (isRetry) retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
    }
  }

  async function refresh() {
    if (isRefreshing) return
    isRefreshing = true
    let outcome = await engine.refresh()
    // What was settled while the pack was on its way may need another.
    if (outcome.kind === 'pack' && isPackOld()) outcome = await engine.refresh()
    isRefreshing = false
    if (stopped) return
    if (outcome.kind === 'pack' && engine.getSnapshot().link === 'wrong-learner') told.onOtherLearner()
  }

  function isPackOld() {
    const { replica, settledSincePack, uncounted } = engine.getSnapshot()
    return !replica.pack || settledSincePack >= (uncounted.length > 0 ? 1 : REFRESH_AFTER_EVENTS)
  }

  function comeBack() {
    retryMs = FIRST_RETRY_MS
    void engine.reread()
    void send()
    const { replica, clockOffsetMs } = engine.getSnapshot()
    if (!replica.pack || Date.now() + clockOffsetMs - replica.pack.servedAt > REFRESH_AFTER_MS) void refresh()
  }

  function onVisibility() {
    if (document.visibilityState === 'visible') comeBack()
    else engine.sendBeforeLeaving()
  }

  let pack: StudyPack | null = null
  const keepImages = () => {
    const { replica } = engine.getSnapshot()
    if (replica.pack === pack || !replica.pack) return
    pack = replica.pack
    storeImages(pack).catch((error: unknown) => console.warn('Images are not kept for offline use.', error))
  }
  keepImages()

  const stopListening = engine.subscribe(() => {
    keepImages()
    const waiting = engine.getSnapshot().replica.waiting.length
    const isMore = waiting > waitingBefore
    waitingBefore = waiting
    if (isMore) void send()
  })
  const leave = () => engine.sendBeforeLeaving()
  const reconnect = () => {
    comeBack()
    // What was on its way when the network went is fetched now; what is kept is not fetched again.
    pack = null
    keepImages()
    void refresh()
  }
  window.addEventListener('online', reconnect)
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', onVisibility)
  void send()

  return () => {
    stopped = true
    clearTimeout(timer)
    stopListening()
    window.removeEventListener('online', reconnect)
    window.removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
