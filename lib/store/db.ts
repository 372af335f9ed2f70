import type { Prisma, PrismaClient } from './generated/sqlite/client'

/** What a table's queries run on: the whole client, or the client of one transaction. */
export type Db = Prisma.TransactionClient

/** The SQLite client's type is the common subset of both databases: the PostgreSQL client is cast to it once. */
export type RootDb = PrismaClient
