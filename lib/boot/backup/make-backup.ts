import { mkdirSync, rmSync } from 'node:fs'
import { chooseBackups } from '@/lib/core/backup/choose-backups'
import { backupFile, backupsFolder, listBackups } from '@/lib/platform/backups/backup-files'
import type { BackupReason } from '@/lib/platform/backups/backup-files'
import { copyDatabase } from './copy-database'

const keptBeforeMigrations = 5

/** Makes a backup, thins the hourly ones, and returns the new file. What was made by hand is never thinned. */
export async function makeBackup(databaseFile: string, reason: BackupReason, now: number): Promise<string> {
  mkdirSync(backupsFolder(databaseFile), { recursive: true, mode: 0o700 })
  const file = backupFile(databaseFile, now, reason)
  await copyDatabase(databaseFile, file)
  for (const superfluous of listSuperfluous(databaseFile, now)) rmSync(superfluous)
  return file
}

function listSuperfluous(databaseFile: string, now: number): string[] {
  const backups = listBackups(databaseFile)
  const hourly = backups.filter(({ reason }) => reason === 'hourly')
  const kept = chooseBackups(
    hourly.map(({ madeAt }) => madeAt),
    now,
  )
  return [
    ...hourly.filter(({ madeAt }) => !kept.has(madeAt)),
    ...backups.filter(({ reason }) => reason === 'before-migration').slice(keptBeforeMigrations),
  ].map(({ file }) => file)
}
