import { PrismaPg } from '@prisma/adapter-pg'
import type { RootDb } from './db'
// Both clients are written by `npx tsx lib/store/generate-clients.ts`.
import { PrismaClient } from './generated/postgres/client'

export const POSTGRES_POOL_SIZE = 10

export type PostgresClient = PrismaClient

export async function connectPostgres(url: string): Promise<PostgresClient> {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: POSTGRES_POOL_SIZE }),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  })
  await prisma.$connect()
  return prisma
}

/** The two clients come from one schema and differ in extras of PostgreSQL that the tables' queries do not use. */
export const asRootDb = (client: PostgresClient): RootDb => client as unknown as RootDb
