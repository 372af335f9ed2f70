import { connectPostgres } from './connect-postgres'
import { connectSqlite } from './connect-sqlite'
import { databasePlace, type StoreSettings } from './database-place'
import { findLiveOnSqlite } from './live-session'
import { tablesOf, type Tables } from './tables'
import { runTransaction } from './transaction'

export type Store = Tables & {
  /** See transaction.ts for the rules: write first, only the tables handed in, repeatable; a Failure rolls back. */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the database as it is: migrations come before (lib/boot). Rejects with a StoreError of one sentence. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const place = databasePlace(settings)
  return place.kind === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url)
}

async function openSqlite(file: string): Promise<Store> {
  const connection = await connectSqlite(file)
  const { prisma, gate } = connection
  return {
    ...tablesOf(prisma, findLiveOnSqlite(connection)),
    transaction: (work) =>
      runTransaction(prisma, (tx) => gate.runInsideTransaction(() => work(tablesOf(tx)))),
    close: () => prisma.$disconnect(),
  }
}

async function openPostgres(url: string): Promise<Store> {
  const prisma = await connectPostgres(url)
  return {
    ...tablesOf(prisma),
    transaction: (work) => runTransaction(prisma, (tx) => work(tablesOf(tx))),
    close: () => prisma.$disconnect(),
  }
}
