import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { schemaFor } from './migrate/schema-text'

const STORE = dirname(fileURLToPath(import.meta.url))
const SCHEMA = join(STORE, '../../prisma/schema.prisma')
const GENERATED = join(STORE, 'generated')

/** The one schema with its provider replaced, and a folder of its own for the client. */
function postgresSchema(sqliteSchema: string): string {
  return schemaFor('postgres', sqliteSchema).replace(/output(\s*)= "[^"]*"/, 'output$1= "../postgres"')
}

/** Writes both clients into lib/store/generated. */
export function generateClients(): void {
  runGenerate(SCHEMA)
  const folder = join(GENERATED, 'postgres-schema')
  mkdirSync(folder, { recursive: true })
  const schema = join(folder, 'schema.prisma')
  writeFileSync(schema, postgresSchema(readFileSync(SCHEMA, 'utf8')))
  runGenerate(schema)
  rmSync(folder, { recursive: true })
}

function runGenerate(schema: string): void {
  const prisma = join(
    dirname(createRequire(import.meta.url).resolve('prisma/package.json')),
    'build/index.js',
  )
  const run = spawnSync(process.execPath, [prisma, 'generate', '--schema', schema], {
    cwd: join(STORE, '../..'),
    encoding: 'utf8',
    // Generating never runs the schema engine, but looks for it, and would download it: any file that exists will do.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout ?? ''}${run.stderr ?? ''}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateClients()
