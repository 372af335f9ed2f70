import { setTimeout } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { databaseKinds } from '../database-place'
import type { DatabaseKind } from '../database-place'
import { describePostgres } from '../testing/describe-postgres'
import { createScratchDatabase } from '../testing/scratch-database'
import type { ScratchDatabase } from '../testing/scratch-database'
import { applyMigrations, listPendingMigrations } from './apply-migrations'
import { readMigrations } from './read-migrations'
import { withSchemaEngine } from './schema-engine'
import { readSchema, schemaFor } from './schema-text'

const used: ScratchDatabase[] = []
afterEach(async () => {
  for (const scratch of used.splice(0)) await scratch.remove()
})

async function scratchPlace(kind: DatabaseKind) {
  const scratch = await createScratchDatabase(kind)
  used.push(scratch)
  return scratch.place
}

async function scratchPostgres() {
  const place = await scratchPlace('postgres')
  if (place.kind !== 'postgres') throw new Error('not a PostgreSQL address')
  return place
}

it('has the last schema beside the migrations, so that the next one can be written without a database', () => {
  expect(readFileSync('prisma/migrations/last-schema.prisma', 'utf8')).toBe(readSchema())
})

describe('migrations lead from nothing to exactly the schema', () => {
  const swoops = (schema: string) => schema.replace('swipes ', 'swoops ')

  it.each([
    ['as it is', (schema: string) => schema, null],
    ['and a changed one would be noticed', swoops, expect.stringContaining('swoops')],
  ])('on sqlite, %s', async (_, change, expected) => {
    const place = await scratchPlace('sqlite')
    await applyMigrations(place)
    const schema = schemaFor('sqlite', change(readSchema()))
    const left = await withSchemaEngine(place, schema, (engine) =>
      engine.diff({ kind: 'database' }, { kind: 'schema', text: schema }),
    )
    expect(left).toEqual(expected)
  })

  it('on postgresql', async () => {
    const migrated = await scratchPostgres()
    await applyMigrations(migrated)
    const direct = await scratchPostgres()
    const schema = schemaFor('postgres', readSchema())
    const script = await withSchemaEngine(direct, schema, (engine) =>
      engine.diff({ kind: 'empty' }, { kind: 'schema', text: schema }),
    )
    const client = new pg.Client({ connectionString: direct.url })
    await client.connect()
    await client.query(script ?? '')
    await client.end()
    const lines = await describePostgres(migrated.url)
    expect(lines.length).toBeGreaterThan(100)
    expect(lines).toEqual(await describePostgres(direct.url))
  })
})

describe.each(databaseKinds)('migrations on %s', (kind) => {
  it('are applied once, and leave nothing locked', async () => {
    const place = await scratchPlace(kind)
    await applyMigrations(place)
    expect(await applyMigrations(place)).toEqual([])
    expect(await listPendingMigrations(place)).toEqual([])
  })

  it('refuse a database of a newer version with a sentence', async () => {
    const place = await scratchPlace(kind)
    await applyMigrations(place)
    await expect(listPendingMigrations(place, [])).rejects.toThrow(/newer version of Unroll/)
  })

  it('refuse a migration that was edited after it was applied', async () => {
    const place = await scratchPlace(kind)
    await applyMigrations(place)
    const edited = readMigrations(kind).map((migration) => ({ ...migration, checksum: 'other' }))
    await expect(listPendingMigrations(place, edited)).rejects.toThrow(/must be put back/)
  })
})

it('lets four servers start at once on PostgreSQL, also while one of them is half-way', async () => {
  for (let round = 0; round < 3; round++) {
    const place = await scratchPlace('postgres')
    // Apart by some milliseconds, so that the later ones look while the first is at work.
    const starts = [0, 15, 40, 80].map(async (wait) => {
      await setTimeout(wait)
      return applyMigrations(place)
    })
    const applied = await Promise.all(starts)
    expect(applied.flat()).toEqual(readMigrations('postgres').map(({ name }) => name))
  }
})
