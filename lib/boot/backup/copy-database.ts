import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { OperatorError } from '@/lib/platform/operator-error'

/**
 * Copies a database that may be in use, as it is at one instant. The open read transaction holds that instant:
 * without it SQLite begins the copy again whenever somebody writes, and under load it would never end. The copy is
 * checked, and has its final name only when it is whole and on disk.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`
  rmSync(partial, { force: true })
  const source = new Database(from, { readonly: true, fileMustExist: true })
  try {
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_master').get()
    await source.backup(partial)
  } finally {
    source.close()
  }
  const copy = new Database(partial)
  try {
    copy.pragma('journal_mode = DELETE') // a backup is one file
    requireIntegrity(copy, to)
  } finally {
    copy.close()
  }
  flushToDisk(partial)
  renameSync(partial, to)
  flushToDisk(path.dirname(to))
}

/** Throws one sentence when the file is damaged. */
export function requireIntegrity(db: Database.Database, file: string): void {
  const findings = db.pragma('integrity_check(5)') as { integrity_check: string }[] // the pragma's one column
  const [first] = findings
  if (first?.integrity_check !== 'ok') {
    throw new OperatorError(`${file} is damaged (${first?.integrity_check ?? 'no answer'}).`)
  }
}

export function flushToDisk(file: string): void {
  const handle = openSync(file, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
