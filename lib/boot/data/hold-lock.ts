import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { OperatorError } from '@/lib/platform/operator-error'

const held = Symbol.for('unroll.lock') // on globalThis: a lock that is collected as garbage is given up

export type Lock = { release(): void }

/**
 * Makes this process the only one that serves the database. The lock is SQLite's own on a file beside it, held by
 * an open transaction: the kernel frees it however the process ends, and others may still read and back up the
 * data. Null when another process has it.
 */
export function tryToHoldLock(databaseFile: string): Lock | null {
  const db = openExclusively(lockFile(databaseFile))
  if (db === null) return null
  const file = pidFile(databaseFile)
  try {
    writeFileSync(file, String(process.pid))
  } catch (error) {
    db.close()
    throw unwritable(file, codeOf(error))
  }
  const house = globalThis as { [held]?: Database.Database } // a symbol of ours on the global object
  house[held] = db
  return {
    release() {
      db.close()
      delete house[held]
    },
  }
}

function openExclusively(file: string): Database.Database | null {
  let db: Database.Database | null = null
  try {
    db = new Database(file, { timeout: 0 })
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    db.pragma('user_version = 1') // never committed: of a file that may only be read, BEGIN alone locks nothing
    return db
  } catch (error) {
    db?.close()
    const code = codeOf(error)
    if (code.startsWith('SQLITE_BUSY')) return null
    throw code.startsWith('SQLITE_') ? unwritable(file, code) : error
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const unwritable = (file: string, code: string): OperatorError =>
  new OperatorError(
    `${file}, which tells other servers that the data is in use, cannot be written (${code}); mend its permissions or its disk, or move it away while no server runs.`,
  )

/** The same, or one sentence that names who has it. */
export function holdLock(databaseFile: string): Lock {
  const lock = tryToHoldLock(databaseFile)
  if (lock !== null) return lock
  throw new OperatorError(
    `Another Unroll server${holder(databaseFile)} is using ${databaseFile}; stop it first, or give this one a DATA_DIR of its own.`,
  )
}

function holder(databaseFile: string): string {
  const file = pidFile(databaseFile)
  return existsSync(file) ? ` (process ${readFileSync(file, 'utf8')})` : ''
}

const lockFile = (databaseFile: string) => `${realPath(databaseFile)}.lock`
const pidFile = (databaseFile: string) => `${realPath(databaseFile)}.pid`

/** Two names of one file must lead to one lock. The file itself need not exist yet, its folder must. */
function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : path.join(realpathSync(path.dirname(file)), path.basename(file))
}
