import type { Db, RootDb } from './db'

/**
 * One interactive transaction. Rules for what runs inside:
 * - Write first: begin with the statement that takes what the transaction is about (a guarded updateMany whose
 *   count is checked, or an insert), and only then read. On PostgreSQL two transactions that read first and write
 *   after can overwrite each other.
 * - Use only the tables that are handed in, and wait for nothing but them.
 * - It may run again from the start after a conflict, so it does nothing that cannot be repeated.
 * A Failure that is returned, like an error that is thrown, rolls everything back.
 */
export async function runTransaction<T>(db: RootDb, work: (tx: Db) => Promise<T>): Promise<T> {
  return retryConflicts(async () => {
    try {
      return await db.$transaction(async (tx) => {
        const result = await work(tx)
        if (isFailure(result)) throw new RolledBack(result)
        return result
      })
    } catch (error) {
      // What was carried is the very value that `work` returned.
      if (error instanceof RolledBack) return error.result as T
      throw error
    }
  })
}

const MAX_TRIES = 12

/** For work that the database may refuse because of what ran beside it, and that is right when done again. */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === MAX_TRIES || !isConflict(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(500, 5 * 2 ** tries)))
    }
  }
}

class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super('rolled back')
  }
}

function isFailure(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

/** P1008: database busy. P2034: write conflict or deadlock. P2028: the transaction could not start or had ended. */
function isConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && ['P1008', 'P2034', 'P2028', '40001', '40P01'].includes(String(error.code)))
    return true
  return (
    'message' in error && /could not serialize|deadlock detected|write conflict/i.test(String(error.message))
  )
}
