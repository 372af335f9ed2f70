import { describe, expect, it } from 'vitest'
import { foldLog } from '@/lib/core/memory/fold'
import type { Grade, StudyEvent } from '@/lib/core/memory/study-event'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import { memoryStore, type LocalStore } from './local-store'
import { createReviewSession, type ReviewSession } from './review-session'
import { createStudyEngine, type StudyEngine } from './study-engine'
import type { StudyApi } from './study-api'
import { createStudyReader, hasPack } from './study-state'
import { packForTests } from './testing/pack-for-tests'
import { serverForTests } from './testing/server-for-tests'

const START = Date.UTC(2026, 10, 23, 9)
const SEEDS = process.env.UNROLL_FULL ? 200 : 25
const STEPS = 120

/** Mulberry32: small, seeded, the same everywhere. */
function randomOf(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Network = { isCalm: boolean; late: (() => void)[] }

function world(seed: number) {
  const random = randomOf(seed)
  const clock = { now: START }
  const server = serverForTests(packForTests(12, START))
  const recorded: StudyEvent[] = []
  const network: Network = { isCalm: false, late: [] }

  function apiOf(): StudyApi {
    return {
      async postEvents(batch) {
        const fate = network.isCalm ? 1 : random()
        if (fate < 0.2) return { kind: 'offline' } // never arrives
        if (fate < 0.25) return { kind: 'later', afterMs: null }
        const events = fate < 0.6 ? [...batch.events].reverse() : batch.events
        const reply = server.receive({ ...batch, events }, clock.now)
        if (fate < 0.45) network.late.push(() => void server.receive(batch, clock.now)) // and once more, later
        if (fate < 0.4) return { kind: 'offline' } // arrived, but the reply was lost
        return { kind: 'reply', reply: structuredClone(reply) }
      },
      async fetchPack() {
        if (!network.isCalm && random() < 0.3) return { kind: 'offline' }
        const pack = structuredClone(server.servePack(clock.now))
        // Between the reading of the pack and its arrival an answer may be stored, and acknowledged here.
        for (let turns = random() * 40; turns > 0; turns--) await Promise.resolve()
        return { kind: 'pack', pack }
      },
    }
  }

  function device(skewMs: number) {
    const memory = memoryStore()
    const now = () => clock.now + skewMs
    const own: string[] = []
    const store: LocalStore = {
      ...memory,
      addWaiting(event) {
        const { learner } = server.pack
        own.push(event.id)
        recorded.push({ ...event, answeredAt: clock.now, studyDay: studyDayAt(clock.now, learner) })
        return memory.addWaiting(event)
      },
    }
    const state: { engine: StudyEngine; session: ReviewSession | null } = { engine: open(), session: null }

    function open(): StudyEngine {
      return createStudyEngine({
        learnerId: 'learner-1',
        store,
        api: apiOf(),
        now,
        exclusively: (work) => work(),
        announce: () => {},
        clockOffsetMs: -skewMs,
      })
    }

    return {
      state,
      now,
      session() {
        if (!hasPack(state.engine.getSnapshot().replica)) return null
        if (!state.session) {
          state.session = createReviewSession(state.engine, { mode: { kind: 'due' } }, now)
          state.session.subscribe(() => {})
        }
        return state.session
      },
      async reload() {
        state.session = null
        state.engine = open()
        await state.engine.reread()
      },
      /** Whatever was pressed here is known here, sent or not. */
      forgotten() {
        const { pack, acknowledged, waiting } = state.engine.getSnapshot().replica
        const served = Object.values(pack?.logs ?? {}).flat()
        const known = new Set([...served, ...acknowledged, ...waiting].map(({ id }) => id))
        return own.filter((id) => !known.has(id))
      },
      memories() {
        const { replica, clockOffsetMs } = state.engine.getSnapshot()
        if (!hasPack(replica)) throw new Error('the device has had a pack')
        return Object.fromEntries(createStudyReader()(replica, clockOffsetMs, now()).memories)
      },
    }
  }

  return { random, clock, server, recorded, network, device }
}

async function live(seed: number) {
  const { random, clock, server, recorded, network, device } = world(seed)
  // One clock is right, the other hours off: neither may matter.
  const devices = [device(0), device(seed % 3 === 0 ? 3 * 3_600_000 : -40_000)]
  for (const { state } of devices) while ((await state.engine.refresh()).kind !== 'pack');

  for (let step = 0; step < STEPS; step++) {
    const one = devices[random() < 0.5 ? 0 : 1]
    const session = one.session()
    const dice = random()
    if (dice < 0.5 && session) {
      session.goOn()
      session.reveal()
      session.answer((1 + Math.floor(random() * 4)) as Grade)
    } else if (dice < 0.6) session?.undo()
    else if (dice < 0.63) session?.suspend()
    else if (dice < 0.66) session?.bury()
    else if (dice < 0.69) session?.flag(1 + Math.floor(random() * 4))
    else if (dice < 0.85) await one.state.engine.flush()
    else if (dice < 0.87) await one.state.engine.refresh()
    else if (dice < 0.9) await Promise.all([one.state.engine.refresh(), one.state.engine.flush()])
    else if (dice < 0.93) await one.reload()
    else network.late.splice(0).forEach((deliver) => deliver())
    for (const { forgotten } of devices) expect(forgotten(), `seed ${seed} step ${step}`).toEqual([])
    clock.now += Math.floor(random() < 0.03 ? random() * 3 * 86_400_000 : 1 + random() * 90_000)
  }

  network.isCalm = true
  network.late.splice(0).forEach((deliver) => deliver())
  for (const { state } of devices) expect((await state.engine.flush()).kind).toBe('sent')
  for (const { state } of devices) expect((await state.engine.refresh()).kind).toBe('pack')
  return { server, recorded, devices }
}

describe('two devices on a bad network', () => {
  it(`end in the state of a sequential oracle (${SEEDS} seeds)`, async () => {
    let events = 0
    let uncounted = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { server, recorded, devices } = await live(seed)
      const said = `seed ${seed}`
      expect([...server.stored.keys()].sort(), said).toEqual(recorded.map(({ id }) => id).sort())

      const oracle = Object.fromEntries(
        server.pack.cards.map(({ id: cardId }) => {
          const log = recorded.filter((event) => event.cardId === cardId)
          const fold = foldLog(log, { cardId, revisions: server.pack.revisions })
          uncounted += fold.verdicts.filter((verdict) => verdict.countedInstead !== null).length
          return [cardId, fold.memory]
        }),
      )
      for (const { id } of server.pack.cards)
        expect(server.foldOf(id).memory, `${said} ${id}`).toEqual(oracle[id])
      for (const { state, memories } of devices) {
        expect(state.engine.getSnapshot().replica.waiting, said).toEqual([])
        expect(memories(), said).toEqual(oracle)
      }
      events += recorded.length
    }
    // The seeds must meet what they are there for.
    expect(events).toBeGreaterThan(SEEDS * 30)
    expect(uncounted).toBeGreaterThan(0)
  })
})
