import { OperatorError } from '@/lib/platform/operator-error'
import type { DatabasePlace } from '../database-place'

/** Why a database could not be opened, as one sentence; the error itself when it is not of that sort. */
export function explainDatabaseError(error: unknown, place: DatabasePlace): unknown {
  const code = codeOf(error)
  if (code === null || error instanceof OperatorError) return error
  return place.kind === 'sqlite'
    ? explainSqlite(error, code, place.file)
    : explainPostgres(error, code, place.url)
}

function explainSqlite(error: unknown, code: string, file: string): unknown {
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new OperatorError(`${file} is damaged or is no database; restore a backup: npm run restore.`)
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) {
    return new OperatorError(
      `${file} cannot be opened for writing; mend the permissions of the file and its folder.`,
    )
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new OperatorError(`${file} is locked by another program; close it and start again.`)
  }
  if (code === 'SQLITE_FULL') return new OperatorError(`The disk of ${file} is full.`)
  return error
}

function explainPostgres(error: unknown, code: string, url: string): unknown {
  const { host: named, pathname } = new URL(url)
  const host = named || 'localhost'
  const reasons: Record<string, string> = {
    ECONNREFUSED: `nothing answers at ${host}`,
    ENOTFOUND: `there is no host ${host}`,
    EAI_AGAIN: `the name ${host} cannot be looked up`,
    ETIMEDOUT: `${host} does not answer`,
    EHOSTUNREACH: `${host} cannot be reached`,
    ENETUNREACH: `${host} cannot be reached`,
    ECONNRESET: `${host} broke off the connection`,
    '28P01': 'it refuses the user or the password',
    '28000': 'it refuses the user',
    '3D000': `it has no database ${decodeURIComponent(pathname.slice(1))}`,
    '42501': 'the user may not create tables there',
    '53300': 'it has no free connections',
  }
  const reason = reasons[code]
  return reason === undefined
    ? error
    : new OperatorError(`PostgreSQL at DATABASE_URL cannot be used: ${reason}.`)
}

function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]) // one a network address
  if (error instanceof Error && /timeout expired/.test(error.message)) return 'ETIMEDOUT' // pg's own has no code
  return error instanceof Error && 'code' in error ? String(error.code) : null
}
