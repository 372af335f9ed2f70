import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchServer } from '../launch-server'

export const PASSWORD = 'a sentence to remember'

/** Who sees which pages of classes, sharing and administration, all of them with something on them. */
export type PeopledHouse = Record<'visitor' | 'learner' | 'teacher', string[]>

/** A server of its own: its administrator teaches, its learners have studied for days, its decks have reports and copies. */
export async function launchPeopledHouse() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'unroll-peopled-'))
  const seed = ['--import', 'tsx', path.join(import.meta.dirname, 'seed-people.ts'), dataDir]
  const cwd = path.join(import.meta.dirname, '../..')
  const said = execFileSync(process.execPath, seed, { cwd, encoding: 'utf8' })
  const server = await launchServer({ DATA_DIR: dataDir })
  return {
    url: server.url,
    pages: JSON.parse(said) as PeopledHouse, // seed-people's own words
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
