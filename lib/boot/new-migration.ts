import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OperatorError } from '@/lib/platform/operator-error'
import { databaseKinds } from '@/lib/store/database-place'
import type { DatabaseKind } from '@/lib/store/database-place'
import { migrationsFolder } from '@/lib/store/migrate/read-migrations'
import { withSchemaEngine } from '@/lib/store/migrate/schema-engine'
import { readSchema, schemaFor } from '@/lib/store/migrate/schema-text'
import { createScratchDatabase } from '@/lib/store/testing/scratch-database'

// The schema as it was when the last migration was written. What a migration must do is the difference from it,
// so no shadow database and no network is needed.
const snapshotFile = path.join(process.cwd(), 'prisma/migrations/last-schema.prisma')

export type NewMigration = { name: string; files: string[] }

/**
 * Writes a migration for each database from what changed in prisma/schema.prisma. `initial` throws the whole
 * history away and begins again: for the time before the first release only.
 */
export async function writeNewMigration(label: string, at: Date, initial = false): Promise<NewMigration> {
  if (!/^[a-z][a-z0-9-]*$/.test(label)) {
    throw new OperatorError(
      'A migration needs a name of small letters, digits and hyphens: npm run migration -- add-quizzes',
    )
  }
  const schema = readSchema()
  const before = initial || !existsSync(snapshotFile) ? null : readFileSync(snapshotFile, 'utf8')
  if (before === schema)
    throw new OperatorError('prisma/schema.prisma has not changed since the last migration.')
  const name = `${at.toISOString().replace(/\D/g, '').slice(0, 14)}_${label}`
  const scripts: [DatabaseKind, string | null][] = []
  for (const kind of databaseKinds) scripts.push([kind, await difference(kind, before, schema)])
  if (initial)
    for (const kind of databaseKinds) rmSync(migrationsFolder(kind), { recursive: true, force: true })
  const files: string[] = []
  for (const [kind, sql] of scripts) {
    if (sql === null) continue
    const file = path.join(migrationsFolder(kind), name, 'migration.sql')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, sql)
    files.push(path.relative(process.cwd(), file))
  }
  writeFileSync(snapshotFile, schema)
  return { name, files }
}

async function difference(kind: DatabaseKind, before: string | null, after: string): Promise<string | null> {
  const target = schemaFor(kind, after)
  const scratch = await createScratchDatabase(kind) // the engine insists on a connection, though it reads nothing
  try {
    return await withSchemaEngine(scratch.place, target, (engine) =>
      engine.diff(before === null ? { kind: 'empty' } : { kind: 'schema', text: schemaFor(kind, before) }, {
        kind: 'schema',
        text: target,
      }),
    )
  } finally {
    await scratch.remove()
  }
}
