import type { ClientEvent, EventBatchReply } from '@/lib/core/study/event-batch'
import type { StudyPack } from '@/lib/core/study/study-pack'
import type { LocalStore } from './local-store'
import {
  EMPTY_REPLICA,
  type AcknowledgedEvent,
  type Replica,
  withPack,
  withReply,
  withWaiting,
} from './replica'
import { sendWaiting, type SendOutcome } from './send-waiting'
import type { PackOutcome, PackReach, StudyApi } from './study-api'

export type Link = 'idle' | 'sending' | Exclude<SendOutcome['kind'], 'sent'>

export type EngineSnapshot = {
  learnerId: string
  replica: Replica
  /** The server's clock minus this browser's, in ms; 0 while they agree to within a few seconds. */
  clockOffsetMs: number
  link: Link
  /** Answers kept uncounted, because one given elsewhere to the same showing was earlier; told once. */
  uncounted: AcknowledgedEvent[]
  /** Changes of settled state since the pack was fetched: how many events the server has taken since. */
  settledSincePack: number
  /** False: the browser's database failed; what waits is lost with this tab. */
  isKept: boolean
}

export type EngineDependencies = {
  learnerId: string
  store: LocalStore
  api: StudyApi
  now: () => number
  /** Web Locks where they exist: one tab sends at a time. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>
  /** Told after each change that other tabs should read. */
  announce: () => void
  clockOffsetMs?: number
  isKept?: boolean
  reach?: PackReach
}

export type StudyEngine = ReturnType<typeof createStudyEngine>

/** Less than this is the network's delay, not a wrong clock (lib/core/study/corrected-time). */
const CLOCK_TOLERANCE_MS = 30_000

/**
 * One tab's view of the replica: what it shows changes at once, in memory; the browser's database follows in the
 * same order; the server when it can be reached.
 */
export function createStudyEngine(given: EngineDependencies) {
  const { store, api, now } = given
  let snapshot: EngineSnapshot = {
    learnerId: given.learnerId,
    replica: EMPTY_REPLICA,
    clockOffsetMs: given.clockOffsetMs ?? 0,
    link: 'idle',
    uncounted: [],
    settledSincePack: 0,
    isKept: given.isKept ?? true,
  }
  const listeners = new Set<() => void>()
  /** Ids whose receipt this tab has seen: a repeated one is not told twice. */
  const told = new Set<string>()
  /** Ids that the browser's database did not take: they live as long as this tab. */
  const unkept = new Set<string>()
  let reach: PackReach = given.reach ?? {}
  let mutations = 0
  let sending: Promise<SendOutcome> | null = null
  let sendAgain = false
  let writes: Promise<unknown> = Promise.resolve()

  function change(part: Partial<EngineSnapshot>) {
    snapshot = { ...snapshot, ...part }
    for (const listener of listeners) listener()
  }

  function changeReplica(replica: Replica, part: Partial<EngineSnapshot> = {}) {
    mutations += 1
    change({ ...part, replica })
  }

  /** From the middle of a request's way there and back. */
  function noteClock(serverAt: number, askedAt: number) {
    const offset = Math.round(serverAt - (askedAt + now()) / 2)
    return Math.abs(offset) < CLOCK_TOLERANCE_MS ? 0 : offset
  }

  function onReply(reply: EventBatchReply, askedAt: number | null) {
    const fresh = reply.receipts.flatMap((receipt) => {
      if (receipt.status === 'refused' || told.has(receipt.id)) return []
      told.add(receipt.id)
      return [{ ...receipt, receivedAt: reply.receivedAt }]
    })
    changeReplica(withReply(snapshot.replica, reply), {
      clockOffsetMs: askedAt === null ? snapshot.clockOffsetMs : noteClock(reply.receivedAt, askedAt),
      settledSincePack: snapshot.settledSincePack + fresh.length,
      uncounted: [
        ...snapshot.uncounted,
        ...fresh.filter((item) => !item.counted && item.event.kind === 'ANSWER'),
      ],
    })
    given.announce()
  }

  /** The database has other tabs' events; memory has those that the database failed to take. */
  async function listWaiting(): Promise<ClientEvent[]> {
    const stored = (await store.read()).waiting
    const ids = new Set(stored.map((event) => event.id))
    return [
      ...stored,
      ...snapshot.replica.waiting.filter((event) => unkept.has(event.id) && !ids.has(event.id)),
    ]
  }

  async function sendAll(): Promise<SendOutcome> {
    let outcome: SendOutcome
    do {
      sendAgain = false
      await writes
      outcome = await given.exclusively(() =>
        sendWaiting({ learner: given.learnerId, listWaiting, store, api, now, onReply }),
      )
    } while (sendAgain && outcome.kind === 'sent')
    return outcome
  }

  async function flush(): Promise<SendOutcome> {
    if (sending) {
      sendAgain = true
      return sending
    }
    const running = sendAll()
    sending = running
    change({ link: 'sending' })
    let link: Link = 'later'
    try {
      const outcome = await running
      link = outcome.kind === 'sent' ? 'idle' : outcome.kind
    } finally {
      sending = null
      change({ link })
    }
    return sendAgain && link === 'idle' ? flush() : running
  }

  async function putPack(pack: StudyPack) {
    const replica = withPack(snapshot.replica, pack)
    // An answer may have been taken while the pack was on its way.
    const settledSincePack = replica.acknowledged.filter(
      ({ receivedAt }) => receivedAt >= pack.servedAt,
    ).length
    changeReplica(replica, { settledSincePack })
    await store.putPack(pack)
    given.announce()
  }

  return {
    getSnapshot: () => snapshot,

    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    /** Reads what this browser holds, again until nothing changed meanwhile; after another tab's announcement too. */
    async reread() {
      for (;;) {
        const before = mutations
        const stored = await store.read()
        if (before !== mutations) continue
        const own = snapshot.replica.waiting.filter((event) => unkept.has(event.id))
        changeReplica(own.reduce(withWaiting, stored))
        return
      }
    },

    /** On screen at once; in the browser's database right after; sent by the next flush. */
    record(event: ClientEvent): Promise<void> {
      changeReplica(withWaiting(snapshot.replica, event))
      const written = store.addWaiting(event).then(given.announce, (error: unknown) => {
        console.warn(
          'An answer could not be kept in this browser; it lives in this tab until it is sent.',
          error,
        )
        unkept.add(event.id)
        change({ isKept: false })
      })
      writes = Promise.allSettled([writes, written])
      return written
    },

    /** Sends what waits. Called while it runs, it runs once more. */
    flush,

    /** The page may be closing: sends without waiting for the reply; the receipt comes with the next flush. */
    sendBeforeLeaving() {
      const events = snapshot.replica.waiting.slice(0, LEAVING_BATCH)
      if (events.length > 0)
        void api.postEvents({ learner: given.learnerId, sentAt: now(), events }, { leaving: true })
    },

    /** Content, settings and other devices' answers. A pack of another learner is handed back, not taken. */
    async refresh(): Promise<PackOutcome> {
      const askedAt = now()
      const outcome = await api.fetchPack(reach)
      if (outcome.kind !== 'pack') {
        if (outcome.kind !== 'rejected') change({ link: outcome.kind })
        return outcome
      }
      if (outcome.pack.learner.id !== given.learnerId) {
        change({ link: 'wrong-learner' })
        return outcome
      }
      change({ clockOffsetMs: noteClock(outcome.pack.servedAt, askedAt) })
      await putPack(outcome.pack)
      return outcome
    },

    /** This tab needs more than the usual days: from now on its packs bring it. */
    async widen(wider: PackReach): Promise<PackOutcome> {
      reach = { ...reach, ...wider }
      return this.refresh()
    },

    putPack,
    forgetUncounted: () => change({ uncounted: [] }),

    async forgetRefused() {
      changeReplica({ ...snapshot.replica, refused: [] })
      await store.forgetRefused()
      given.announce()
    },

    /** The end on this browser: everything of the learner goes. */
    async destroy() {
      await writes
      await store.destroy()
      changeReplica(EMPTY_REPLICA)
      given.announce()
    },

    close: () => store.close(),
  }
}

/** A request that outlives its page may carry 64 kB. */
const LEAVING_BATCH = 120
