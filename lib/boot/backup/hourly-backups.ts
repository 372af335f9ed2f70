import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { getLog } from '@/lib/platform/log'
import { currentTime } from '@/lib/platform/clock'
import { listBackups } from '@/lib/platform/backups/backup-files'

const hour = 3_600_000
const look = 5 * 60_000

/**
 * While the server runs: a backup every hour in which something changed. It is made by a process of its own, so
 * that checking a large copy never holds up an answer.
 */
export function keepHourlyBackups(databaseFile: string): void {
  let running = false
  setInterval(() => {
    if (running || !isBackupDue(databaseFile, currentTime())) return
    running = true
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/boot/backup-command.ts', '--hourly'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('error', (error) => (complaint = error.message))
    child.on('close', (code) => {
      running = false
      if (code !== 0) getLog().error({ complaint }, 'The hourly backup failed')
    })
  }, look).unref()
}

/** True when the database was written to since its newest backup, and that is an hour old. */
export function isBackupDue(databaseFile: string, now: number): boolean {
  const [newest] = listBackups(databaseFile).filter(({ reason }) => reason === 'hourly')
  if (newest === undefined) return true
  return now - newest.madeAt >= hour && lastWrittenAt(databaseFile) > newest.madeAt
}

function lastWrittenAt(databaseFile: string): number {
  const files = [databaseFile, `${databaseFile}-wal`].filter((file) => existsSync(file))
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}
