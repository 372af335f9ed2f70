import { PrismaPg } from '@prisma/adapter-pg'
import type { RootDb } from './db'
// Both clients are written by `npx tsx lib/store/generate-clients.ts`.
import { PrismaClient } from './generated/postgres/client'

export const POSTGRES_POOL_SIZE = 10

export async function connectPostgres(url: string): Promise<RootDb> {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: POSTGRES_POOL_SIZE }),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  })
  await prisma.$connect()
  // The two clients come from one schema and differ in extras of PostgreSQL that no query here uses.
  return prisma as unknown as RootDb
}
