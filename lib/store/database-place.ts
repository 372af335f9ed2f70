import { isAbsolute, join, resolve } from 'node:path'
import { StoreError } from './store-error'

export type StoreSettings = {
  /** Empty or absent: SQLite in dataDir. `file:…`: SQLite there. `postgresql://…`: PostgreSQL. */
  databaseUrl?: string
  dataDir: string
}

export type DatabasePlace = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

export type DatabaseKind = DatabasePlace['kind']

export const databaseKinds: readonly DatabaseKind[] = ['sqlite', 'postgres']

export function databasePlace({ databaseUrl, dataDir }: StoreSettings): DatabasePlace {
  if (!databaseUrl) return { kind: 'sqlite', file: resolve(join(dataDir, 'unroll.db')) }
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return { kind: 'postgres', url: databaseUrl }
  if (databaseUrl.startsWith('file:')) {
    const path = databaseUrl.slice('file:'.length).replace(/\?.*$/, '')
    return { kind: 'sqlite', file: isAbsolute(path) ? path : resolve(path) }
  }
  throw new StoreError(
    'DATABASE_URL must begin with postgresql:// or file:, or be left out for SQLite in DATA_DIR.',
  )
}
