import type Database from 'better-sqlite3'
import type { Gate } from './gate'

/** How long a group may grow while others are writing, and how long one may hold the event loop. */
const GATHER_MS = 2
const MAX_DRAIN_MS = 25

type Item = { run: () => Promise<void>; settle: () => void; reject: (error: unknown) => void }

/**
 * Group commit: a synchronous=FULL commit waits for the disk some twenty times as long as an answer's statements take, so
 * works that arrive together share one transaction, and none is told before the COMMIT is on disk. Should one throw,
 * all are rolled back and done again with a savepoint each, so it takes nobody with it: a savepoint copies every page
 * that the work after it changes, which is too dear to be paid each time for what should never happen.
 */
export class WriteGroup {
  readonly #waiting: Item[] = []
  #isDraining = false
  #timer: NodeJS.Timeout | undefined
  #lastGroupSize = 0

  readonly #statement: Record<'begin' | 'commit' | 'take' | 'rollBack' | 'release', Database.Statement>

  constructor(
    private readonly database: Database.Database,
    private readonly gate: Gate,
  ) {
    this.#statement = {
      begin: database.prepare('BEGIN IMMEDIATE'),
      commit: database.prepare('COMMIT'),
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
    const failed: [Item, unknown][] = []
    this.#begin()
    try {
      if (await this.#runTogether(taken)) done.push(...taken)
      else {
        this.database.exec('ROLLBACK')
        this.#begin()
        await this.#runApart(taken, done, failed)
      }
      this.#statement.commit.run()
    } finally {
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
    }
    for (const [item, error] of failed) item.reject(error)
  }

  #begin(): void {
    this.#statement.begin.run()
  }

  /** Whatever waits, one after the other; no more once one has thrown. */
  async #runTogether(taken: Item[]): Promise<boolean> {
    const until = performance.now() + MAX_DRAIN_MS
    while (performance.now() < until) {
      const item = this.#waiting.shift()
      if (item === undefined) break
      taken.push(item)
      try {
        await item.run()
      } catch {
        return false
      }
    }
    return true
  }

  async #runApart(items: Item[], done: Item[], failed: [Item, unknown][]): Promise<void> {
    const { take, rollBack, release } = this.#statement
    for (const item of items) {
      take.run()
      try {
        await item.run()
        done.push(item)
      } catch (error) {
        rollBack.run()
        failed.push([item, error])
      }
      release.run()
    }
  }
}
