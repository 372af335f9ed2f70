import { forgetDrafts } from '../_exercise/attempt-draft'
import { forgetAttempts, sendAttempts } from '../_exercise/attempt-outbox'
import { openBrowserStore } from './browser-store'
import { forgetRaisedGoals } from './day-goals'
import { device } from './device'
import { keepInStep } from './keep-in-step'
import { openEngine, type OpenEngine } from './open-engine'
import { forgetReports, sendReports } from './report-outbox'
import { sendWaiting } from './send-waiting'
import { studyApi } from './study-api'

/**
 * `nobody`: not signed in and nothing here. `unreachable`: no network and nothing here yet. With `ready` the local
 * replica holds a pack, whatever the network does.
 */
export type HouseState =
  | { status: 'opening' }
  | { status: 'nobody' }
  | { status: 'unreachable' }
  | { status: 'ready'; open: OpenEngine }

let state: HouseState = { status: 'opening' }
let stopKeeping = () => {}
let started = false
const listeners = new Set<() => void>()

/** The one study of this page: whoever is signed in, or was last, with their replica. */
export const studyHouse = {
  getState: () => state,
  getServerState: (): HouseState => OPENING,

  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },

  start() {
    if (started) return
    started = true
    void enter()
  },

  /** After a sign-in, or when the network is back on a page that has nothing yet. */
  async enterAgain() {
    await enter()
  },

  /** Sends what waits, of whoever studied here; how many events are left unsent. */
  async sendAll(): Promise<number> {
    let unsent = 0
    for (const id of device.knownLearners()) {
      if (state.status === 'ready' && state.open.engine.getSnapshot().learnerId === id) {
        await state.open.engine.flush().catch(ignore)
        unsent += state.open.engine.getSnapshot().replica.waiting.length
      } else unsent += await sendOf(id)
      unsent += await sendAttempts(id)
      unsent += await sendReports(id)
    }
    return unsent
  },

  /** Forgets whoever studied in this browser, with all that waits. Ending the session is the caller's. */
  async wipe() {
    const ids = device.knownLearners()
    if (state.status === 'ready') {
      stopKeeping()
      await state.open.engine.destroy()
      state.open.close()
    }
    for (const id of ids) {
      device.forgetLearner(id)
      forgetRaisedGoals(id)
      forgetAttempts(id)
      forgetReports(id)
      forgetDrafts(id)
      await openBrowserStore(id).then((store) => store.destroy(), ignore)
    }
    device.setClockOffsetMs(0)
    if ('caches' in globalThis) for (const key of await caches.keys()) await caches.delete(key)
    change({ status: 'nobody' })
  },
}

const OPENING: HouseState = { status: 'opening' }
const ignore = () => {}

function change(next: HouseState) {
  state = next
  for (const listener of listeners) listener()
}

function moveIn(open: OpenEngine) {
  stopKeeping()
  if (state.status === 'ready' && state.open !== open) state.open.close()
  device.setCurrentLearner(open.engine.getSnapshot().learnerId)
  stopKeeping = keepInStep(open.engine, { onOtherLearner: () => void enter() })
  change({ status: 'ready', open })
}

async function enter() {
  const last = device.currentLearner()
  if (state.status !== 'ready' && last) {
    const open = await openEngine(last)
    if (open.engine.getSnapshot().replica.pack) moveIn(open)
    else open.close()
  }

  const outcome = await studyApi.fetchPack({})
  if (outcome.kind === 'pack') {
    const { pack } = outcome
    const held = state.status === 'ready' ? state.open : null
    const open =
      held?.engine.getSnapshot().learnerId === pack.learner.id ? held : await openEngine(pack.learner.id)
    await open.engine.putPack(pack)
    if (open !== held) moveIn(open)
    void sendForOthers(pack.learner.id)
  } else if (state.status !== 'ready') {
    change({ status: outcome.kind === 'signed-out' ? 'nobody' : 'unreachable' })
  }
}

/**
 * Answers that a former learner of this browser left unsent. The server takes them only where it may (a guest who
 * was united with this account); otherwise they stay for their owner.
 */
async function sendForOthers(currentId: string) {
  for (const id of device.knownLearners().filter((known) => known !== currentId)) {
    if ((await sendOf(id)) > 0) continue
    const store = await openBrowserStore(id).catch(() => null)
    await store?.destroy()
    device.forgetLearner(id)
  }
}

/** How many events of a learner are still unsent after trying. */
async function sendOf(learner: string): Promise<number> {
  const store = await openBrowserStore(learner).catch(() => null)
  if (!store) return 0
  const listWaiting = async () => (await store.read()).waiting
  await sendWaiting({ learner, listWaiting, store, api: studyApi, now: Date.now, onReply: ignore })
  const unsent = (await listWaiting()).length
  store.close()
  return unsent
}
