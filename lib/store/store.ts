import { attemptCountsInMemory, attemptCountsInTable, type AttemptCounts } from './attempt-counts'
import { asRootDb, connectPostgres } from './connect-postgres'
import { connectSqlite } from './connect-sqlite'
import { figuresOfPostgres, figuresOfSqlite, type DatabaseFigures } from './database-figures'
import { databasePlace, type DatabasePlace, type StoreSettings } from './database-place'
import { findLiveOnPostgres, findLiveOnSqlite } from './live-session'
import { studyWritesOnPostgres } from './study-writes-postgres'
import { studyWritesOnSqlite } from './study-writes-sqlite'
import type { StudyWrites } from './study-writes'
import { tablesOf, type Tables } from './tables'
import { runTransaction } from './transaction'

export type Store = Tables & {
  /** See transaction.ts for the rules: write first, only the tables handed in, repeatable; a Failure rolls back. */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>
  /** The path of an answer: its own queries, written in groups on SQLite. */
  study: StudyWrites
  database: DatabaseFigures
  /** What rate limits count with. */
  attempts: AttemptCounts
  close(): Promise<void>
}

/** Opens the database as it is: migrations come before (lib/boot). Rejects with a StoreError of one sentence. */
export function openStore(settings: StoreSettings): Promise<Store> {
  return openStoreAt(databasePlace(settings))
}

export function openStoreAt(place: DatabasePlace): Promise<Store> {
  return place.kind === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url)
}

async function openSqlite(file: string): Promise<Store> {
  const connection = await connectSqlite(file)
  const { prisma, gate } = connection
  return {
    ...tablesOf(prisma, findLiveOnSqlite(connection)),
    transaction: (work) =>
      runTransaction(prisma, (tx) => gate.runInsideTransaction(() => work(tablesOf(tx)))),
    study: studyWritesOnSqlite(connection),
    attempts: attemptCountsInMemory(),
    database: figuresOfSqlite(prisma, file),
    close: () => prisma.$disconnect(),
  }
}

async function openPostgres(url: string): Promise<Store> {
  const postgres = await connectPostgres(url)
  const prisma = asRootDb(postgres)
  return {
    ...tablesOf(prisma, findLiveOnPostgres(prisma)),
    transaction: (work) => runTransaction(prisma, (tx) => work(tablesOf(tx))),
    study: studyWritesOnPostgres(postgres),
    attempts: attemptCountsInTable(prisma),
    database: figuresOfPostgres(prisma, url),
    close: () => prisma.$disconnect(),
  }
}
