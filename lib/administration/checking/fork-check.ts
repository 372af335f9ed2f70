import path from 'node:path'
import type { DatabasePlace } from '@/lib/store/database-place'
import type { HouseCheck } from './house-check-state'
import type { CheckFailure, CheckMessage } from './check-message'

export type CheckEnd = { found: HouseCheck } | CheckFailure

const HEAP_MB = 512
const LIMIT_MS = 2 * 3_600_000
// Asked of Node itself: a bundler that sees `fork` would pack the process into the pages.
const { fork } = process.getBuiltinModule('node:child_process')
const entry = () => path.join(process.cwd(), 'lib', 'boot', 'check', 'check-entry.mjs')

/** Checks a database in a process that may be ended at any moment. Never rejects. */
export function forkCheck(
  place: DatabasePlace,
  onProgress: (done: number, total: number) => void,
): Promise<CheckEnd> {
  return new Promise((resolve) => {
    const child = fork(entry(), [], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { NODE_ENV: process.env.NODE_ENV },
    })
    const timer = setTimeout(() => end({ why: 'too-long', detail: '' }), LIMIT_MS)
    const end = (how: CheckEnd) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(how)
    }
    // Typed by what check-process sends.
    child.on('message', (message) => {
      const said = message as CheckMessage
      if ('done' in said) onProgress(said.done, said.total)
      else end(said)
    })
    child.on('error', (error) => end({ why: 'failed', detail: error.message }))
    child.on('exit', (code, signal) => end({ why: 'ended', detail: String(signal ?? code) }))
    child.send(place)
  })
}
