import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseKind } from '../database-place'

const providerLine = 'provider = "sqlite"'

/** The schema as it is written in prisma/schema.prisma, which names SQLite. */
export function readSchema(root = process.cwd()): string {
  return readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')
}

/** Prisma's own name for the database. */
export function providerOf(kind: DatabaseKind): 'sqlite' | 'postgresql' {
  return kind === 'postgres' ? 'postgresql' : kind
}

/** The same schema for one database: only the provider of the data source differs. */
export function schemaFor(kind: DatabaseKind, schema: string): string {
  if (schema.split(providerLine).length !== 2) {
    throw new Error(`prisma/schema.prisma must have the line ${providerLine} exactly once`)
  }
  return schema.replace(providerLine, `provider = "${providerOf(kind)}"`)
}
