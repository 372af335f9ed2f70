import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'

const patienceMillis = 5_000

/**
 * Stops on SIGTERM and SIGINT: no new connections, running answers are finished (but not for ever), the store is closed, exit 0. A
 * second signal ends at once. Under npm it also stops when npm is gone: npm passes no signal on when it is killed,
 * and the server would live on with the lock held.
 */
export function stopCleanly(server: Server, closeStore: () => Promise<void>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    // Who has not read their answer by then will not; what was acknowledged is on disk.
    setTimeout(() => server.closeAllConnections(), patienceMillis).unref()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      setInterval(() => server.closeIdleConnections(), 100).unref() // those that have their last answer by now
    })
    await closeStore()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  if (process.env['npm_lifecycle_event'] !== undefined) {
    const npm = listAncestors()
    setInterval(() => {
      if (listAncestors() !== npm && !stopping) void stop()
    }, 500).unref()
  }
}

/** The parent and its parent: npm runs a script through a shell, which outlives it. */
function listAncestors(): string {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

/** Where the kernel tells; elsewhere the shell's own end must do. */
function parentOf(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S /s, '')
        .split(' ')[0] ?? ''
    )
  } catch {
    return ''
  }
}
