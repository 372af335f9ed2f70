import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { DatabasePlace } from '../database-place'
import type { Migration } from './read-migrations'
import { providerOf } from './schema-text'

// Prisma's own schema engine, the WebAssembly build from npm: `prisma migrate` would download a binary at the
// first start. Its package expects a bundler to load the .wasm, so it is instantiated here by hand.

let loaded = false

function loadEngine(): void {
  if (loaded) return
  const require = createRequire(import.meta.url)
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const wasmModule = new WebAssembly.Module(new Uint8Array(readFileSync(file)))
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports } // functions by name: the shape that wasm-bindgen writes
  const { exports } = new WebAssembly.Instance(wasmModule, imports)
  // wasm-bindgen's glue has these two, and its published types leave them out
  const glue = bindings as unknown as { __wbg_set_wasm: (wasm: unknown) => void }
  glue.__wbg_set_wasm(exports)
  const start = exports['__wbindgen_start']
  if (typeof start !== 'function') throw new Error('The schema engine has no __wbindgen_start')
  start()
  loaded = true
}

const everything = { externalTables: [], externalEnums: [] }
const silent = () => {}

export type DiffTarget = { kind: 'empty' } | { kind: 'schema'; text: string } | { kind: 'database' }

export type SchemaEngine = {
  /** The SQL that leads from one state to the other; null when they are the same. */
  diff(from: DiffTarget, to: DiffTarget): Promise<string | null>
  /** Applies those that the database has not seen, records them, and returns their names. */
  apply(migrations: Migration[]): Promise<string[]>
}

/**
 * Runs `work` with a schema engine on the database, then closes every connection that the engine opened: it
 * never closes one itself, and on SQLite the next opener would meet SQLITE_BUSY.
 */
export async function withSchemaEngine<T>(
  place: DatabasePlace,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loadEngine()
  const { factory, disposeAll } = rememberConnections(adapterFactoryOf(place))
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [['schema.prisma', schema]] },
      silent,
      bindMigrationAwareSqlAdapterFactory(factory),
    )
    return await work({
      async diff(from, to) {
        const result = await engine.diff({
          from: diffTarget(from, schema),
          to: diffTarget(to, schema),
          script: true,
          exitCode: true,
          filters: everything,
        })
        return result.exitCode === 0 ? null : result.stdout
      },
      async apply(migrations) {
        const result = await engine.applyMigrations({
          migrationsList: {
            baseDir: 'migrations',
            lockfile: { path: 'migration_lock.toml', content: `provider = "${providerOf(place.kind)}"\n` },
            shadowDbInitScript: '',
            migrationDirectories: migrations.map(({ name, sql }) => ({
              path: name,
              migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
            })),
          },
          filters: everything,
        })
        return result.appliedMigrationNames
      },
    })
  } finally {
    await disposeAll()
  }
}

function diffTarget(target: DiffTarget, schema: string) {
  const files = (text: string) => [{ path: 'schema.prisma', content: text }]
  if (target.kind === 'empty') return { tag: 'empty' as const }
  if (target.kind === 'schema') return { tag: 'schemaDatamodel' as const, files: files(target.text) }
  return { tag: 'schemaDatasource' as const, files: files(schema), configDir: '.' }
}

function adapterFactoryOf(place: DatabasePlace): SqlMigrationAwareDriverAdapterFactory {
  return place.kind === 'sqlite'
    ? new PrismaBetterSqlite3({ url: place.file })
    : new PrismaPg({ connectionString: place.url })
}

function rememberConnections(inner: SqlMigrationAwareDriverAdapterFactory) {
  const open: { dispose(): Promise<void> }[] = []
  const remember = <A extends { dispose(): Promise<void> }>(adapter: A): A => {
    open.push(adapter)
    return adapter
  }
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => remember(await inner.connect()),
    connectToShadowDb: async () => remember(await inner.connectToShadowDb()),
  }
  return { factory, disposeAll: () => Promise.all(open.map((adapter) => adapter.dispose())) }
}
