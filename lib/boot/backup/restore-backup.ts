import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { OperatorError } from '@/lib/platform/operator-error'
import { listPendingMigrations } from '@/lib/store/migrate/apply-migrations'
import { holdLock } from '../data/hold-lock'
import { backupFile, backupsFolder } from '@/lib/platform/backups/backup-files'
import { flushToDisk, requireIntegrity } from './copy-database'

/**
 * Puts a backup in the place of the database, with no server running, and keeps what was there. Returns where that
 * is, or null when there was nothing. The database is never missing in between: its own file is replaced by one
 * rename.
 */
export async function restoreBackup(
  backup: string,
  databaseFile: string,
  now: number,
): Promise<string | null> {
  if (!existsSync(backup)) throw new OperatorError(`There is no file ${backup}.`)
  mkdirSync(backupsFolder(databaseFile), { recursive: true, mode: 0o700 })
  const lock = holdLock(databaseFile)
  try {
    const partial = `${databaseFile}.restoring`
    rmSync(partial, { force: true })
    copyFileSync(backup, partial)
    await requireUsable(partial, backup)
    flushToDisk(partial)
    const replaced = keepReplaced(databaseFile, now)
    for (const ending of ['-wal', '-shm']) rmSync(databaseFile + ending, { force: true })
    renameSync(partial, databaseFile)
    flushToDisk(path.dirname(databaseFile))
    return replaced
  } finally {
    lock.release()
  }
}

async function requireUsable(copy: string, backup: string): Promise<void> {
  try {
    const db = new Database(copy)
    try {
      requireIntegrity(db, backup)
      if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'StudyEvent'").get() === undefined) {
        throw new OperatorError(`${backup} is not a database of Unroll.`)
      }
    } finally {
      db.close()
    }
    await listPendingMigrations({ kind: 'sqlite', file: copy }) // refuses one of a newer version
  } catch (error) {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(copy + ending, { force: true })
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') {
      throw new OperatorError(`${backup} is not a database.`)
    }
    throw error
  }
}

/** The files as they are, damaged or not, with the write-ahead log that belongs to them. */
function keepReplaced(databaseFile: string, now: number): string | null {
  if (!existsSync(databaseFile)) return null
  const kept = backupFile(databaseFile, now, 'replaced')
  for (const ending of ['', '-wal']) {
    if (existsSync(databaseFile + ending)) {
      copyFileSync(databaseFile + ending, kept + ending)
      flushToDisk(kept + ending)
    }
  }
  return kept
}
