import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NEW_MEMORY } from '@/lib/core/memory/memory'
import { fail, ok } from '@/lib/core/result'
import { connectSqlite } from './connect-sqlite'
import { databaseKinds, databasePlace } from './database-place'
import { openStoreAt, type Store } from './store'
import { isUniqueViolation } from './unique-violation'
import { openTestStore, type TestStore } from './testing/open-test-store'

const NOW = Date.UTC(2026, 10, 23, 12)

const user = (id: string) => ({
  id,
  name: 'Anna',
  role: 'LEARNER' as const,
  guest: false,
  locale: 'en' as const,
  timeZone: 'Europe/Berlin',
  createdAt: NOW,
})

describe.each(databaseKinds)('the store on %s', (kind) => {
  let house: TestStore
  let store: Store

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())

  it('loses none of 300 creates beside transactions that are rolled back', async () => {
    const rollBack = async (i: number) =>
      store
        .transaction(async (tables) => {
          await tables.users.create(user(`gone-${i}`))
          await tables.users.update(`gone-${i}`, { name: 'Nobody' })
          return i % 2 === 0 ? fail('conflict') : Promise.reject(new Error('no'))
        })
        .catch((error: Error) => error.message)
    const creating = Array.from({ length: 10 }, async (_, lane) => {
      for (let i = 0; i < 30; i++) await store.users.create(user(`kept-${lane}-${i}`))
    })
    const rollingBack = Array.from({ length: 5 }, async (_, lane) => {
      for (let i = 0; i < 20; i++) {
        const outcome = await rollBack(20 * lane + i)
        expect(outcome).toEqual(i % 2 === 0 ? fail('conflict') : 'no')
      }
    })
    await Promise.all([...creating, ...rollingBack])
    for (let i = 0; i < 300; i++) {
      const id = `kept-${Math.floor(i / 30)}-${i % 30}`
      expect(await store.users.find(id), id).not.toBeNull()
    }
    for (let i = 0; i < 100; i++) expect(await store.users.find(`gone-${i}`)).toBeNull()
  })

  it('keeps what the writers of answers write apart from what is rolled back beside them', async () => {
    await store.users.create(user('writer'))
    await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const inTransaction = store
          .transaction(async (tables) => {
            await tables.houseFacts.put(`fact-${i}`, i)
            throw new Error('no')
          })
          .catch((error: Error) => error.message)
        const facts = store.study.record((tx) => tx.findRevision('writer', 'none'))
        expect(await inTransaction).toBe('no')
        expect(await facts).toBeNull()
        expect(await store.houseFacts.find(`fact-${i}`)).toBeNull()
      }),
    )
  })

  it('gives each of 40 concurrent transactions what the one before it left', async () => {
    await store.users.create(user('counter'))
    await store.users.update('counter', { dayStartsAt: 0 })
    await Promise.all(
      Array.from({ length: 40 }, () =>
        store.transaction(async (tables) => {
          await tables.users.update('counter', { name: 'taken' }) // write first: this takes the row
          const { dayStartsAt } = await tables.users.get('counter')
          await tables.users.update('counter', { dayStartsAt: dayStartsAt + 1 })
          return ok(null)
        }),
      ),
    )
    expect((await store.users.get('counter')).dayStartsAt).toBe(40)
  })

  it('lets one of many who write the same key win, and tells the others why', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => store.users.create({ ...user('one'), email: 'one@example.org' })),
    )
    const refused = tries.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(9)
    expect(refused.every(({ reason }) => isUniqueViolation(reason))).toBe(true)
    expect(await store.users.find('one')).toMatchObject({ email: 'one@example.org', createdAt: NOW })
  })

  it('finds a live session with its user, and no other', async () => {
    await store.users.create({ ...user('guest'), guest: true })
    const session = {
      userId: 'guest',
      createdAt: NOW,
      lastSeenAt: NOW,
      expiresAt: NOW + 1_000,
      userAgent: '',
    }
    await store.sessions.create({ ...session, id: 'live' })
    await store.sessions.create({ ...session, id: 'ended' })
    await store.sessions.revoke('guest', 'ended', NOW)
    expect(await store.sessions.findLive('live', NOW + 999)).toEqual({
      id: 'live',
      userId: 'guest',
      lastSeenAt: NOW,
      role: 'LEARNER',
      guest: true,
      name: 'Anna',
      email: null,
      locale: 'en',
      timeZone: 'Europe/Berlin',
      dayStartsAt: 4,
      theme: 'system',
      swipes: true,
    })
    expect(await store.sessions.findLive('live', NOW + 1_000)).toBeNull()
    expect(await store.sessions.findLive('ended', NOW)).toBeNull()
    const inside = await store.transaction((tables) => tables.sessions.findLive('live', NOW))
    expect(inside).toEqual(await store.sessions.findLive('live', NOW))
  })
})

describe('SQLite', () => {
  let house: TestStore
  beforeAll(async () => {
    house = await openTestStore('sqlite')
  })
  afterAll(() => house.remove())

  it('refuses a query of the whole store inside a transaction instead of waiting for itself', async () => {
    const { store } = house
    const waits = store.transaction(async () => ok(await store.users.find('x')))
    await expect(waits).rejects.toThrow(/wait for itself/)
    expect(await store.users.find('x')).toBeNull()
  })

  it('fails alone the one of a group that throws', async () => {
    const { store } = house
    const outcomes = await Promise.allSettled([
      store.study.record((tx) => tx.findRevision('u', 'r')),
      store.study.record((tx) => tx.saveMemory('nobody', 'no card', NEW_MEMORY)),
      store.study.record(() => Promise.reject(new Error('mine'))),
      store.study.record((tx) => tx.findRevision('u', 'r')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  })

  it('tells every one of a group when the disk does not take it, and works again afterwards', async () => {
    const { store, place } = house
    if (place.kind !== 'sqlite') throw new Error('not SQLite')
    await store.users.create(user('waits'))
    const other = new Database(place.file, { timeout: 0 })
    other.exec('BEGIN IMMEDIATE') // another process holds the file longer than we wait for it
    const held = Array.from({ length: 3 }, () => store.study.record((tx) => tx.findRevision('u', 'r')))
    const outcomes = await Promise.allSettled(held)
    other.exec('ROLLBACK')
    other.close()
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await store.study.record((tx) => tx.findRevision('u', 'r'))).toBeNull()
  })

  it('keeps its foreign keys', async () => {
    const { store } = house
    await expect(
      store.sessions.create({
        id: 's',
        userId: 'nobody',
        createdAt: NOW,
        lastSeenAt: NOW,
        expiresAt: NOW,
        userAgent: '',
      }),
    ).rejects.toMatchObject({ code: 'P2003' })
  })

  it('writes instants in one form, whether by Prisma or by itself', async () => {
    const { place } = house
    if (place.kind !== 'sqlite') throw new Error('not SQLite')
    const raw = new Database(place.file, { readonly: true })
    const { createdAt } = raw.prepare(`SELECT "createdAt" FROM "User" WHERE "id" = 'waits'`).get() as {
      createdAt: string
    }
    raw.close()
    expect(createdAt).toBe('2026-11-23T12:00:00.000+00:00')
  })

  it('writes through to the disk, in its write-ahead log', async () => {
    const { place } = house
    if (place.kind !== 'sqlite') throw new Error('not SQLite')
    const { database, prisma } = await connectSqlite(place.file)
    const setting = (name: string) => database.pragma(name, { simple: true })
    expect(setting('journal_mode')).toBe('wal')
    expect(Number(setting('synchronous'))).toBe(2)
    await prisma.$disconnect()
  })

  it('names what is wrong with its file in one sentence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unroll-not-wal-'))
    const file = join(folder, 'unroll.db')
    const other = new Database(file)
    other.exec('BEGIN EXCLUSIVE')
    await expect(openStoreAt({ kind: 'sqlite', file })).rejects.toThrow(
      /SQLite cannot open .* database is locked/,
    )
    other.close()
    await expect(openStoreAt({ kind: 'sqlite', file: ':memory:' })).rejects.toThrow(
      /cannot use its write-ahead log/,
    )
    rmSync(folder, { recursive: true })
    expect(() => databasePlace({ databaseUrl: 'mysql://x', dataDir: 'data' })).toThrow(
      /DATABASE_URL must begin/,
    )
  })
})

it('loses nothing when four processes write one PostgreSQL', async () => {
  const house = await openTestStore('postgres')
  if (house.place.kind !== 'postgres') throw new Error('not PostgreSQL')
  const { url } = house.place
  await house.store.users.create(user('shared'))
  const others = await Promise.all(Array.from({ length: 3 }, () => openStoreAt({ kind: 'postgres', url })))
  const stores = [house.store, ...others]
  await Promise.all(
    stores.flatMap((store, s) =>
      Array.from({ length: 25 }, (_, i) =>
        store.transaction(async (tables) => {
          await tables.users.update('shared', { name: `${s}` })
          const { dayStartsAt } = await tables.users.get('shared')
          await tables.users.update('shared', { dayStartsAt: dayStartsAt + 1 })
          await tables.users.create(user(`p${s}-${i}`))
        }),
      ),
    ),
  )
  expect((await house.store.users.get('shared')).dayStartsAt).toBe(4 + 100)
  for (const other of others) await other.close()
  await house.remove()
})
