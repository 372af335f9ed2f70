import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js'
import { UnreadableFile } from '../unreadable-file'

export type Cell = number | string | Uint8Array | null
export type HostileDatabase = {
  has(table: string): boolean
  /** Each row of a SELECT, in turn: nothing is gathered here. */
  rows(sql: string, take: (row: Cell[]) => void): void
  close(): void
}

let loading: Promise<SqlJsStatic> | undefined

/** SQLite as WebAssembly: what a damaged file does to it stays in its own memory (docs/decisions/2026-11-27-files-from-others.md). */
export const loadSqlite = (): Promise<SqlJsStatic> => (loading ??= initSqlJs())

const SETTINGS = `
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA mmap_size = 0;
  PRAGMA hard_heap_limit = 268435456;
  PRAGMA query_only = ON;
`

/**
 * Somebody's database, of which only plain tables are read: a view or a computed column could make rows without end
 * out of a small file.
 */
export async function openDatabase(bytes: Uint8Array, tables: readonly string[]): Promise<HostileDatabase> {
  const sqlite = await loadSqlite()
  const isDatabase = new TextDecoder().decode(bytes.subarray(0, 15)) === 'SQLite format 3'
  if (!isDatabase) throw new UnreadableFile('database-damaged', 'head')
  const database = guarded(() => {
    const opened = new sqlite.Database(withoutUnicase(bytes))
    opened.exec(SETTINGS)
    return opened
  })
  const known = guarded(() => listPlainTables(database, tables))
  return {
    has: (table) => known.has(table),
    rows: (sql, take) =>
      guarded(() => {
        const statement = database.prepare(sql)
        try {
          while (statement.step()) take(statement.get())
        } finally {
          statement.free()
        }
      }),
    close: () => database.close(),
  }
}

/** Whatever SQLite says of a damaged file, its reader is told that it is damaged. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('database-damaged', error instanceof Error ? error.message.slice(0, 200) : '')
  }
}

function listPlainTables(database: Database, wanted: readonly string[]): Set<string> {
  const found = new Set<string>()
  const statement = database.prepare('SELECT type, sql FROM sqlite_master WHERE name = ?')
  try {
    for (const table of wanted) {
      statement.bind([table])
      const row = statement.step() ? statement.get() : null
      statement.reset()
      if (row === null) continue
      const isPlain = row[0] === 'table' && /^\s*CREATE\s+TABLE\b/i.test(String(row[1]))
      if (!isPlain || hasComputedColumn(database, table)) throw new UnreadableFile('database-not-anki', table)
      found.add(table)
    }
  } finally {
    statement.free()
  }
  return found
}

function hasComputedColumn(database: Database, table: string): boolean {
  const [columns] = database.exec(`PRAGMA table_xinfo("${table}")`)
  const hidden = columns?.columns.indexOf('hidden') ?? -1
  return columns !== undefined && columns.values.some((column) => column[hidden] !== 0)
}

/**
 * Anki's newer schema names a collation of Anki's own, without which SQLite refuses to prepare anything. The name
 * is replaced where the schema stands, by one that is as long and known.
 */
function withoutUnicase(bytes: Uint8Array): Uint8Array {
  const from = [...'unicase'].map((letter) => letter.charCodeAt(0))
  const to = [...'NOCASE '].map((letter) => letter.charCodeAt(0))
  let changed: Uint8Array | null = null
  for (let at = bytes.indexOf(from[0]); at !== -1; at = bytes.indexOf(from[0], at + 1)) {
    if (!isAfterCollate(bytes, at) || !from.every((letter, i) => bytes[at + i] === letter)) continue
    changed ??= bytes.slice()
    changed.set(to, at)
  }
  return changed ?? bytes
}

/** Only in `COLLATE unicase`: a card may speak of unicase, too. */
function isAfterCollate(bytes: Uint8Array, at: number): boolean {
  const before = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, at - 12), at))
  return /collate\s+$/i.test(before)
}
