import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { createPostgresDatabase, startPostgres } from '@/lib/store/testing/start-postgres'
import type { PostgresServer } from '@/lib/store/testing/start-postgres'
import { ApiClient } from '../api-client'
import { launchServer } from '../launch-server'

let postgres: PostgresServer | null = null
test.beforeAll(async () => {
  postgres = process.env.TEST_DATABASE_URL === undefined ? await startPostgres() : null
})
test.afterAll(() => postgres?.stop())

test('two servers start at once on one empty PostgreSQL, and a learner may answer at either', async () => {
  const DATABASE_URL = await createPostgresDatabase(postgres?.url ?? process.env.TEST_DATABASE_URL!)
  const folder = mkdtempSync(path.join(tmpdir(), 'unroll-two-'))
  const launch = (name: string) =>
    launchServer({
      DATABASE_URL,
      DATA_DIR: path.join(folder, name),
      SESSION_SECRET: 'the same for both '.repeat(3),
    })
  const [one, other] = await Promise.all([launch('one'), launch('other')])
  try {
    const learner = new ApiClient(one.url, '10.98.0.1')
    await learner.beginAsGuest()
    const pack = await learner.fetchPack()
    expect(pack.cards.length).toBeGreaterThan(20)

    learner.moveTo(other.url)
    const cardId = pack.cards[0]!.id
    const reply = await learner.postEvents(pack.learner.id, [
      {
        kind: 'ANSWER',
        id: randomUUID(),
        cardId,
        after: null,
        grade: 3,
        answeredAt: Date.now(),
        schedulerRevisionId: pack.presets[0]!.revisionId,
      },
    ])
    expect(reply.receipts.map(({ status }) => status)).toEqual(['stored'])

    learner.moveTo(one.url)
    expect((await learner.fetchPack()).logs[cardId]).toHaveLength(1)
  } finally {
    expect(await Promise.all([one.stop(), other.stop()])).toEqual([0, 0])
    rmSync(folder, { recursive: true, force: true })
  }
})
