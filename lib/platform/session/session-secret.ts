import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getEnvironment } from '@/lib/platform/env'

let secret: string | undefined

/** SESSION_SECRET, else the one that was made in DATA_DIR at the first start, readable by its owner alone. */
export function getSessionSecret(): string {
  const { SESSION_SECRET, DATA_DIR } = getEnvironment()
  secret ??= SESSION_SECRET ?? readOrMakeSecret(DATA_DIR)
  return secret
}

function readOrMakeSecret(folder: string): string {
  const file = path.join(/* turbopackIgnore: true */ folder, 'session-secret')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // It is there already: two processes that start at once must agree on one.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const made = readFileSync(file, 'utf8').trim()
  if (made.length < 32)
    throw new Error(`${file} is too short to be a session secret: remove it and start again`)
  return made
}
