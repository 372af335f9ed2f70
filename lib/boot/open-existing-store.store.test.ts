import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { OperatorError } from '@/lib/platform/operator-error'
import { openExistingStore } from './open-existing-store'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unroll-existing-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const refusal = async (place: Parameters<typeof openExistingStore>[0]): Promise<string> => {
  const error: unknown = await openExistingStore(place).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(OperatorError)
  return error instanceof Error ? error.message : ''
}

it('says that there is no database yet, and makes none', async () => {
  const file = path.join(folder, 'data/unroll.db')
  expect(await refusal({ kind: 'sqlite', file })).toMatch(
    /^There is no database at .* yet; npm start makes it\.$/,
  )
  expect(existsSync(path.dirname(file))).toBe(false)
})

it('says that PostgreSQL does not answer', async () => {
  expect(await refusal({ kind: 'postgres', url: 'postgresql://a:b@127.0.0.1:9/x' })).toMatch(
    /nothing answers at 127\.0\.0\.1:9\.$/,
  )
})

it('leaves it to a start to bring a database up to date', async () => {
  const file = path.join(folder, 'unroll.db')
  new Database(file).exec('CREATE TABLE a (b)').close()
  expect(await refusal({ kind: 'sqlite', file })).toMatch(/npm start brings it up to date\.$/)
})
