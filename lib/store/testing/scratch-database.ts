import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DatabasePlace, DatabaseKind } from '../database-place'
import { createPostgresDatabase, startPostgres } from './start-postgres'

export type ScratchDatabase = { place: DatabasePlace; remove(): Promise<void> }

/** An empty database to be thrown away: a file, or a database on TEST_DATABASE_URL's server or on one of our own. */
export async function createScratchDatabase(kind: DatabaseKind): Promise<ScratchDatabase> {
  if (kind === 'sqlite') {
    const folder = mkdtempSync(path.join(tmpdir(), 'unroll-scratch-'))
    return {
      place: { kind, file: path.join(folder, 'unroll.db') },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined)
    return { place: { kind, url: await createPostgresDatabase(given) }, remove: async () => {} }
  const server = await startPostgres()
  return { place: { kind, url: await createPostgresDatabase(server.url) }, remove: () => server.stop() }
}
