import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getEnvironment } from '@/lib/platform/env'
import { OperatorError } from '@/lib/platform/operator-error'

let secret: string | undefined

/** SESSION_SECRET, else the one that was made in DATA_DIR at the first start, readable by its owner alone. */
export function getSessionSecret(): string {
  const { SESSION_SECRET, DATA_DIR } = getEnvironment()
  secret ??= SESSION_SECRET ?? readOrMakeSecret(DATA_DIR)
  return secret
}

export function readOrMakeSecret(folder: string): string {
  const file = path.join(/* turbopackIgnore: true */ folder, 'session-secret')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // It is there already: two processes that start at once must agree on one.
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const made = readSecret(file)
  if (made.length < 32) {
    throw new OperatorError(`${file} is too short to be a session secret; remove it and start again.`)
  }
  return made
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new OperatorError(`${file} cannot be read (${codeOf(error)}); mend its permissions.`)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
