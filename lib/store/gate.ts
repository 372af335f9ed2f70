import { AsyncLocalStorage } from 'node:async_hooks'
import { StoreError } from './store-error'

/**
 * One at a time, in order of arrival. SQLite has one connection here, and whatever runs on it between another
 * caller's BEGIN and ROLLBACK vanishes with that rollback although it was acknowledged. So every statement, every
 * transaction and every raw query of the process passes this gate.
 */
export class Gate {
  #isTaken = false
  readonly #waiting: (() => void)[] = []

  /** Resolves to the function that opens the gate again. */
  take(): Promise<() => void> {
    if (insideTransaction.getStore() === this) {
      return Promise.reject(
        new StoreError('Inside a transaction only its own tables may be used: this would wait for itself.'),
      )
    }
    if (!this.#isTaken) {
      this.#isTaken = true
      return Promise.resolve(this.#releaser())
    }
    return new Promise((resolve) => this.#waiting.push(() => resolve(this.#releaser())))
  }

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    const release = await this.take()
    try {
      return await work()
    } finally {
      release()
    }
  }

  /** Synchronous work: done at once where the gate is open, so what every request asks costs it no turn. */
  runSync<T>(work: () => T): T | Promise<T> {
    return this.#isTaken ? this.run(work) : work()
  }

  /** Marks the caller's asynchronous context, so that a root query from inside is an error and not a deadlock. */
  runInsideTransaction<T>(work: () => Promise<T>): Promise<T> {
    return insideTransaction.run(this, work)
  }

  #releaser(): () => void {
    let isReleased = false
    return () => {
      if (isReleased) return
      isReleased = true
      const next = this.#waiting.shift()
      if (next) next()
      else this.#isTaken = false
    }
  }
}

const insideTransaction = new AsyncLocalStorage<Gate>()
