import { existsSync } from 'node:fs'
import { getEnvironment } from '@/lib/platform/env'
import { OperatorError } from '@/lib/platform/operator-error'
import { databasePlace } from '@/lib/store/database-place'

/** The database file that backup and restore work on, or one sentence when PostgreSQL is used. */
export function getSqliteFile(): string {
  const { DATABASE_URL, DATA_DIR } = getEnvironment()
  const place = databasePlace({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR })
  if (place.kind === 'sqlite') return place.file
  throw new OperatorError(
    'This house uses PostgreSQL: back it up with pg_dump and restore it with pg_restore.',
  )
}

export function getExistingSqliteFile(): string {
  const file = getSqliteFile()
  refuseMissingFile(file)
  return file
}

export function refuseMissingFile(file: string): void {
  if (!existsSync(file)) throw new OperatorError(`There is no database at ${file} yet; npm start makes it.`)
}
