import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

export type BackupReason = 'hourly' | 'by-hand' | 'before-migration' | 'replaced'
export type BackupFile = { file: string; madeAt: number; reason: BackupReason }

export function backupsFolder(databaseFile: string): string {
  return path.join(path.dirname(databaseFile), 'backups')
}

/** unroll-2026-11-23T21-40-12-345Z-hourly.db: sorts by time, and every file system takes it. */
export function backupFile(databaseFile: string, madeAt: number, reason: BackupReason): string {
  const stamp = new Date(madeAt).toISOString().replace(/[:.]/g, '-')
  return path.join(backupsFolder(databaseFile), `unroll-${stamp}-${reason}.db`)
}

const pattern =
  /^unroll-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(hourly|by-hand|before-migration|replaced)\.db$/

/** The backups of a database, newest first. */
export function listBackups(databaseFile: string): BackupFile[] {
  const folder = backupsFolder(databaseFile)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const match = pattern.exec(name)
      if (match === null) return []
      const [, date, hours, minutes, seconds, millis, reason] = match
      const madeAt = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${millis}Z`)
      return [{ file: path.join(folder, name), madeAt, reason: reason as BackupReason }] // one of the pattern's four
    })
    .sort((a, b) => b.madeAt - a.madeAt)
}
