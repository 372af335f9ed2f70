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
  #isDraining = false
  #timer: NodeJS.Timeout | undefined
  #lastGroupSize = 0

  readonly #savepoint: Record<'take' | 'rollBack' | 'release', Database.Statement>

  constructor(
    private readonly database: Database.Database,
    private readonly gate: Gate,
  ) {
    this.#savepoint = {
      take: database.prepare('SAVEPOINT item'),
      rollBack: database.prepare('ROLLBACK TO item'),
      release: database.prepare('RELEASE item'),
    }
  }

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

  /**
   * A lone learner does not wait. Where the last group had company, more is expected in a moment: until as many
   * are there again, or the time is over.
   */
  #schedule(): void {
    if (this.#isDraining || this.#waiting.length === 0) return
    const drain = () => void this.#drain()
    if (this.#waiting.length >= this.#lastGroupSize) {
      clearTimeout(this.#timer)
      this.#isDraining = true
      setImmediate(drain)
    } else if (this.#timer === undefined) {
      this.#timer = setTimeout(() => {
        this.#isDraining = true
        drain()
      }, GATHER_MS)
    }
  }

  async #drain(): Promise<void> {
    this.#timer = undefined
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
      this.#isDraining = false
      this.#schedule()
    }
  }

  async #writeGroup(taken: Item[], done: Item[]): Promise<void> {
    const { database } = this
    const savepoint = this.#savepoint
    const until = performance.now() + MAX_DRAIN_MS
    const failed: [Item, unknown][] = []
    database.exec('BEGIN IMMEDIATE')
    try {
      while (this.#waiting.length > 0 && performance.now() < until) {
        const item = this.#waiting.shift()
        if (item === undefined) break
        taken.push(item)
        savepoint.take.run()
        try {
          await item.run()
          done.push(item)
        } catch (error) {
          savepoint.rollBack.run()
          failed.push([item, error])
        }
        savepoint.release.run()
      }
      database.exec('COMMIT')
    } finally {
      if (database.inTransaction) database.exec('ROLLBACK')
    }
    for (const [item, error] of failed) item.reject(error)
  }
}
