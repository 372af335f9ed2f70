import type Database from 'better-sqlite3'
import type { Gate } from './gate'

/** How long a group may grow while others are writing, and how long one may hold the event loop. */
const GATHER_MS = 2
const MAX_DRAIN_MS = 25

type Item = { run: () => Promise<void>; settle: () => void; reject: (error: unknown) => void }

/**
 * Group commit: a synchronous=FULL commit waits for the disk some twenty times as long as an answer's statements take, so
 * works that arrive together share one transaction. Each has a savepoint, so one that throws takes nobody with it,
 * and none is told before the COMMIT is on disk.
 */
export class WriteGroup {
  readonly #waiting: Item[] = []
  #isScheduled = false
  #lastGroupSize = 0

  constructor(
    private readonly database: Database.Database,
    private readonly gate: Gate,
  ) {}

  add<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let outcome: T
      this.#waiting.push({
        run: async () => {
          outcome = await work()
        },
        settle: () => resolve(outcome),
        reject,
      })
      this.#schedule()
    })
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0) return
    this.#isScheduled = true
    const drain = () => void this.#drain()
    // A lone learner does not wait; only where the last group had company is more expected in a moment.
    if (this.#lastGroupSize > 1) setTimeout(drain, GATHER_MS)
    else setImmediate(drain)
  }

  async #drain(): Promise<void> {
    const done: Item[] = []
    const taken: Item[] = []
    try {
      await this.gate.run(() => this.#writeGroup(taken, done))
      for (const item of done) item.settle()
    } catch (error) {
      // BEGIN or COMMIT failed, or something of ours did: nothing is on disk, and nobody may wait for ever.
      for (const item of taken) item.reject(error)
      if (taken.length === 0) for (const item of this.#waiting.splice(0)) item.reject(error)
    } finally {
      this.#lastGroupSize = taken.length
      this.#isScheduled = false
      this.#schedule()
    }
  }

  async #writeGroup(taken: Item[], done: Item[]): Promise<void> {
    const { database } = this
    const until = performance.now() + MAX_DRAIN_MS
    const failed: [Item, unknown][] = []
    database.exec('BEGIN IMMEDIATE')
    try {
      while (this.#waiting.length > 0 && performance.now() < until) {
        const item = this.#waiting.shift()
        if (item === undefined) break
        taken.push(item)
        database.exec('SAVEPOINT item')
        try {
          await item.run()
          done.push(item)
        } catch (error) {
          database.exec('ROLLBACK TO item')
          failed.push([item, error])
        }
        database.exec('RELEASE item')
      }
      database.exec('COMMIT')
    } finally {
      if (database.inTransaction) database.exec('ROLLBACK')
    }
    for (const [item, error] of failed) item.reject(error)
  }
}
