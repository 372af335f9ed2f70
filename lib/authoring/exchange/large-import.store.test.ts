import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BASIC_TYPE, buildApkg, CLOZE_TYPE, type BuiltNote } from '@/lib/exchange/testing/build-apkg'
import { crc32 } from '@/lib/exchange/testing/build-zip'
import type { Store } from '@/lib/store/store'
import type { TestStore } from '@/lib/store/testing/open-test-store'
import { recordEvents } from '@/lib/study/record-events'
import {
  BERLIN,
  enrol,
  seedDeck,
  seedLearner,
  testAnswer,
  type TestLearner,
} from '@/lib/study/testing/seed-study'
import { exportAs } from './export-as'
import { importer, openImportHouse } from './testing/import-house'

const full = process.env.UNROLL_FULL !== undefined
const NOTES = full ? 5_000 : 200
const IMAGES = full ? 500 : 20
const NOW = Date.UTC(2026, 10, 27, 12)
const DECK = 1_700_000_000_001
const MEGABYTE = 1024 * 1024

/** A picture of noise, which no packing makes smaller: some 30 kB. */
function noise(seed: number): Uint8Array {
  const side = 100
  const rows = Array.from({ length: side }, (_, y) => {
    const row = [0]
    for (let block = 0; row.length <= side * 3; block++)
      row.push(...createHash('sha512').update(`${seed} ${y} ${block}`).digest())
    return row.slice(0, side * 3 + 1)
  })
  const chunk = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.from(rows.flat()))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]),
  )
}

function largePackage(): Uint8Array {
  const notes = Array.from({ length: NOTES }, (_, i): BuiltNote => {
    const image = i % 10 === 0 ? `<br><img src="p${(i / 10) % IMAGES}.png">` : ''
    const formula = `\\(h_{${i}} = \\tanh(W_{hh} h_{t-1} + W_{xh} x_t + b_{${i % 17}})\\)`
    const isCloze = i % 3 === 0
    return {
      id: 1_600_000_000_000 + i,
      guid: `g${i}`,
      typeId: isCloze ? CLOZE_TYPE.id : BASIC_TYPE.id,
      tags: ['rnn', `week::${i % 12}`],
      fields: isCloze
        ? [
            `Step ${i}: the state is {{c1::${formula}::formula}}, and the gate is {{c2::open}}.${image}`,
            'A remark.',
          ]
        : [
            `<b>Question ${i}</b>: what is ${formula}?`,
            `It is the state of step ${i}.<ul><li>one</li><li>two</li></ul>${image}`,
          ],
      cards: isCloze ? [0, 1].map((ord) => ({ ord, deckId: DECK })) : [{ ord: 0, deckId: DECK }],
    }
  })
  const media = Array.from({ length: IMAGES }, (_, i) => ({ name: `p${i}.png`, bytes: noise(i) }))
  return buildApkg(
    { types: [BASIC_TYPE, CLOZE_TYPE], decks: [{ id: DECK, name: 'Large' }], notes, media },
    'anki21b',
  )
}

const TICKS = 100
const PAGE = 4_096

/** Processor seconds of this process, and of those that it started and that have ended; Linux counts them. */
function processorSeconds(): { own: number; others: number } {
  const { user, system } = process.cpuUsage()
  const own = (user + system) / 1e6
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
    return { own, others: (Number(fields[13]) + Number(fields[14])) / TICKS }
  } catch {
    return { own, others: 0 }
  }
}

/** What the processes that this one started hold in memory. */
function bytesOfOthers(): number {
  try {
    const tasks = readdirSync('/proc/self/task')
    const ids = tasks.flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return ids.reduce(
      (sum, id) => sum + Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * PAGE,
      0,
    )
  } catch {
    return 0
  }
}

/** Some learners who answer all the time, each waiting for the last answer and a moment more. */
function studying(store: Store, learners: TestLearner[], cardIds: string[]) {
  const latencies: number[] = []
  let isOver = false
  const runs = learners.map(async (learner, n) => {
    for (let i = 0; !isOver; i++) {
      const answer = testAnswer(learner, cardIds[(n + i) % cardIds.length], { answeredAt: NOW + i })
      const batch = { learner: learner.id, sentAt: NOW + i, events: [answer] }
      const began = performance.now()
      const reply = await recordEvents(store, learner.actor, { batch, calendar: BERLIN }, NOW + i)
      latencies.push(performance.now() - began)
      if (!reply.ok || reply.value.receipts[0].status === 'refused') throw new Error(JSON.stringify(reply))
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
  })
  return {
    async stop() {
      isOver = true
      await Promise.all(runs)
      latencies.sort((a, b) => a - b)
      const at = (share: number) =>
        latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]
      return { answers: latencies.length, p50: at(0.5), p99: at(0.99), worst: at(1) }
    },
  }
}

describe(`a file of ${NOTES} notes with ${IMAGES} pictures`, () => {
  let house: TestStore
  let store: Store
  beforeAll(async () => {
    house = await openImportHouse('sqlite')
    store = house.store
  })
  afterAll(() => house.remove())

  it('is read, written and exported in time and memory, while learners go on answering', async () => {
    const author = await seedLearner(store)
    const deck = await seedDeck(store, 50)
    const learners = await Promise.all(Array.from({ length: 8 }, () => seedLearner(store)))
    for (const learner of learners) await enrol(store, learner, deck)
    const bytes = largePackage()
    const { read, apply } = importer(store, author, NOW)
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    let [peak, peakOfReader] = [before, 0]
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
      peakOfReader = Math.max(peakOfReader, bytesOfOthers())
    }, 50)
    const processor = [processorSeconds()]
    const study = studying(store, learners, deck.cardIds)

    const began = performance.now()
    const preview = await read(bytes)
    const readMs = performance.now() - began
    processor.push(processorSeconds())
    expect(preview).toMatchObject({
      status: 'READY',
      summary: { counts: { NEW: NOTES }, imageCount: IMAGES },
    })
    const applied = await apply(preview)
    const appliedMs = performance.now() - began - readMs
    expect(applied.status).toBe('APPLIED')
    const answers = await study.stop()
    processor.push(processorSeconds())

    const exportBegan = performance.now()
    const slug = applied.options?.decks[0].slug ?? ''
    const exported = await exportAs(
      store,
      author.actor,
      { slug, format: 'apkg', scheduling: true, locale: 'en', calendar: BERLIN },
      NOW,
    )
    if (!exported.ok || typeof exported.value.body === 'string') throw new Error(JSON.stringify(exported))
    const packed = new Uint8Array(await new Response(exported.value.body).arrayBuffer())
    const exportMs = performance.now() - exportBegan
    clearInterval(watch)
    processor.push(processorSeconds())
    const again = await read(packed)
    expect(again.summary?.counts).toEqual({ UNCHANGED: NOTES })

    const megabytes = (peak - before) / MEGABYTE
    const megabytesOfReader = peakOfReader / MEGABYTE
    const used = processor
      .slice(1)
      .map(
        ({ own, others }, i) =>
          `${(own - processor[i].own).toFixed(1)} + ${(others - processor[i].others).toFixed(1)} s`,
      )
    const seconds = (ms: number) => (ms / 1_000).toFixed(1)
    process.stdout.write(
      `${NOTES} notes, ${IMAGES} pictures (${(bytes.length / MEGABYTE).toFixed(0)} MB): read ${seconds(readMs)} s, ` +
        `written ${seconds(appliedMs)} s, exported ${seconds(exportMs)} s, ${megabytes.toFixed(0)} MB more memory and ` +
        `${megabytesOfReader.toFixed(0)} MB in the process that reads; processor, here + there: read ${used[0]} with the learners, ` +
        `written ${used[1]} with the learners, exported ${used[2]}; load ${loadavg()[0].toFixed(1)}; ` +
        `${answers.answers} answers meanwhile, p50 ${answers.p50.toFixed(0)} ms, p99 ${answers.p99.toFixed(0)} ms, ` +
        `worst ${answers.worst.toFixed(0)} ms\n`,
    )
    expect(megabytes).toBeLessThan(400)
    expect(megabytesOfReader).toBeLessThan(400)
    // How long it takes is asserted where nothing else runs beside it.
    if (full) expect(answers.p99).toBeLessThan(250)
    if (full) expect(readMs + appliedMs).toBeLessThan(20_000)
    if (full) expect(exportMs).toBeLessThan(20_000)
  }, 900_000)
})
