import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Database from 'better-sqlite3'
import type { RootDb } from './db'
import { Gate } from './gate'
import { PrismaClient } from './generated/sqlite/client'
import { StoreError } from './store-error'

type SqlDriverAdapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>
type Transaction = Awaited<ReturnType<SqlDriverAdapter['startTransaction']>>

/** Only backups and checks come near the file; while it waits the whole process does. */
const BUSY_TIMEOUT_MS = 2_000

export type SqliteConnection = { prisma: RootDb; database: Database.Database; gate: Gate }

/**
 * One connection for Prisma and for raw statements, everything through one gate. Prisma's adapter alone lets root
 * statements into another caller's open transaction, and opens transactions with a deferred BEGIN, which fails
 * with "database is locked" when another process wrote between its first read and its first write.
 */
export async function connectSqlite(file: string): Promise<SqliteConnection> {
  const gate = new Gate()
  const adapter = await new PrismaBetterSqlite3({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS }).connect()
  const database = databaseOf(adapter)
  try {
    prepareDatabase(database, file)
  } catch (error) {
    database.close()
    throw error
  }
  const gated = gateAdapter(adapter, database, gate)
  const prisma = new PrismaClient({
    adapter: { provider: 'sqlite', adapterName: adapter.adapterName, connect: () => Promise.resolve(gated) },
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  })
  await prisma.$connect()
  return { prisma, database, gate }
}

function databaseOf(adapter: SqlDriverAdapter): Database.Database {
  const client: unknown = 'client' in adapter ? adapter.client : undefined
  if (client instanceof Database) return client
  throw new StoreError(
    'This version of @prisma/adapter-better-sqlite3 hides its connection: install the locked one.',
  )
}

function prepareDatabase(database: Database.Database, file: string): void {
  const mode = setWriteAheadLog(database, file)
  if (mode !== 'wal') {
    throw new StoreError(
      `SQLite cannot use its write-ahead log for ${file} (journal_mode is ${mode}): keep DATA_DIR on a local disk.`,
    )
  }
  database.pragma('synchronous = FULL') // NORMAL would let a power cut take acknowledged answers
  database.pragma('foreign_keys = ON')
  // Fewer pages read again and fewer checkpoints between answers, for some memory and a longer log beside the file.
  database.pragma('cache_size = -64000')
  database.pragma('wal_autocheckpoint = 4000')
}

function setWriteAheadLog(database: Database.Database, file: string): string {
  try {
    return String(database.pragma('journal_mode = WAL', { simple: true }))
  } catch (error) {
    throw new StoreError(
      `SQLite cannot open ${file} for writing: ${error instanceof Error ? error.message : error}.`,
    )
  }
}

function gateAdapter(adapter: SqlDriverAdapter, database: Database.Database, gate: Gate): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => gate.run(() => adapter.queryRaw(query)),
    executeRaw: (query) => gate.run(() => adapter.executeRaw(query)),
    executeScript: (script) => gate.run(() => adapter.executeScript(script)),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    dispose: () => gate.run(() => adapter.dispose()),
    startTransaction: async () => {
      const open = await gate.take()
      try {
        await adapter.executeRaw(statement('BEGIN IMMEDIATE'))
      } catch (error) {
        open()
        throw error
      }
      return transactionOn(adapter, () => {
        // Prisma ran COMMIT or ROLLBACK as a statement; should that have failed, nobody may inherit the rest.
        if (database.open && database.inTransaction) database.exec('ROLLBACK')
        open()
      })
    },
  }
}

function transactionOn(adapter: SqlDriverAdapter, end: () => void): Transaction {
  const endLater = async () => end()
  const run = async (sql: string) => void (await adapter.executeRaw(statement(sql)))
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    commit: endLater,
    rollback: endLater,
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  }
}

const statement = (sql: string) => ({ sql, args: [], argTypes: [] })
