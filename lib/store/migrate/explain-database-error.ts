import { readDatabaseAddress } from '@/lib/platform/database-address'
import { OperatorError } from '@/lib/platform/operator-error'
import type { DatabasePlace } from '../database-place'

/** Why a database could not be opened, as one sentence; the error itself when it is a fault of ours. */
export function explainDatabaseError(error: unknown, place: DatabasePlace): unknown {
  if (!(error instanceof Error) || error instanceof OperatorError) return error
  const code = codeOf(error)
  // What pg refuses by itself (an answer in plain text to one in TLS) has no code, but no class of its own either.
  if (code === null && error.name !== 'Error') return error
  return place.kind === 'sqlite'
    ? explainSqlite(error, code ?? '', place.file)
    : explainPostgres(error, code ?? '', place.url)
}

function explainSqlite(error: Error, code: string, file: string): OperatorError {
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
  return new OperatorError(`${file} cannot be used: ${inDriversWords(error, code)}.`)
}

function explainPostgres(error: Error, code: string, url: string): OperatorError {
  const address = readDatabaseAddress(url)
  const { host, database, passwords } = address ?? { host: 'its host', database: '', passwords: [] }
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
    '3D000': `it has no database ${database}`,
    '42501': 'the user may not create tables there',
    '53300': 'it has no free connections',
  }
  // Where the address cannot be read nobody knows which of its words is the password.
  const unread = address ? undefined : 'the address cannot be read'
  const reason = reasons[code] ?? unread ?? withoutWords(inDriversWords(error, code), passwords)
  return new OperatorError(`PostgreSQL at DATABASE_URL cannot be used: ${reason}.`)
}

function inDriversWords({ message }: Error, code: string): string {
  const line = message.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  return [line, code === '' ? '' : `(${code})`].filter(Boolean).join(' ')
}

function withoutWords(text: string, words: string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, '…'), text)
}

function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]) // one a network address
  if (error instanceof Error && /timeout expired/.test(error.message)) return 'ETIMEDOUT' // pg's own has no code
  // The schema engine's has none either; since PostgreSQL 15 a new user may create nothing in `public`.
  if (error instanceof Error && /permission denied for (schema|database)/.test(error.message)) return '42501'
  return error instanceof Error && 'code' in error ? String(error.code) : null
}
