import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteAccount } from '@/lib/account/delete-account'
import { grantRole } from '@/lib/account/grant-role'
import { changeDeck } from '@/lib/authoring/change-deck'
import { importDeck } from '@/lib/authoring/import-deck'
import { listGallery } from '@/lib/authoring/gallery/list-gallery'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { recordEvents } from '@/lib/study/record-events'
import { BERLIN, NOON, seedDeck, seedLearner, testId, type TestLearner } from '@/lib/study/testing/seed-study'
import { barDeck } from './bar-deck'
import { beginCheck, checkSettled } from './checking/begin-check'
import { findCheck } from './checking/find-check'
import { writeCheckState } from './checking/house-check-state'
import { describeHouse } from './describe-house'
import { listAllDecks } from './list-all-decks'
import { listAudit, type AuditQuery } from './list-audit'

const NOW = Date.UTC(2026, 10, 27)
const LATER = NOW + 60_000
const FILE = '---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\nr\n'

describe.each(databaseKinds)('the administrator on %s', (kind) => {
  let house: TestStore
  let store: Store
  let admin: TestLearner
  let anna: TestLearner
  let slug: string
  let deckId: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    admin = await seedLearner(store)
    admin = { ...admin, actor: { ...admin.actor, role: 'ADMIN' } }
    await store.users.update(admin.id, { role: 'ADMIN', name: 'Ada' })
    anna = await seedLearner(store)
    const made = await importDeck(store, anna.actor, { text: FILE, images: [], locale: 'en' }, NOW)
    slug = made.ok ? made.value.slug : ''
    deckId = (await store.decks.findBySlug(slug))?.id ?? ''
    await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOW)
    await grantRole(store, admin.actor, { userId: anna.id, role: 'INSTRUCTOR' }, NOW)
  })
  afterAll(() => house.remove())

  const audit = async (query: AuditQuery = {}) => {
    const listed = await listAudit(store, admin.actor, query)
    if (!listed.ok) throw new Error(listed.code)
    return listed.value
  }
  const decks = async (show: 'all' | 'public' | 'barred') => {
    const listed = await listAllDecks(store, admin.actor, { show })
    return listed.ok ? listed.value.decks : []
  }

  it('reads what was done by whom, narrowed by kind, person and deck', async () => {
    const { entries } = await audit({ group: 'roles' })
    expect(entries).toMatchObject([
      {
        verb: 'role-granted',
        actor: { name: 'Ada' },
        person: { name: 'Anna' },
        detail: { from: 'LEARNER', to: 'INSTRUCTOR' },
      },
    ])
    expect((await audit({ deckId })).entries.map(({ verb }) => verb)).toContain('deck-visibility-changed')
    expect((await audit({ personId: anna.id })).about).toBe('Anna')
    expect((await audit({ personId: anna.id, group: 'classes' })).entries).toEqual([])
  })

  it('is paged, each entry once', async () => {
    for (let n = 0; n < 55; n++) {
      const visibility = n % 2 === 0 ? 'PRIVATE' : 'PUBLIC'
      await changeDeck(store, anna.actor, { slug, visibility }, NOW + 1 + n)
    }
    const first = await audit({ group: 'decks' })
    const second = await audit({ group: 'decks', before: first.next ?? '' })
    expect(first.entries).toHaveLength(50)
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(
      50 + second.entries.length,
    )
    expect(second.next).toBeNull()
    expect(first.entries[0].at).toBeGreaterThan(second.entries[0].at)
  })

  it('takes a deck out of the gallery with a reason, and lets it in again', async () => {
    await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, LATER)
    expect(await decks('public')).toMatchObject([{ id: deckId, owner: { name: 'Anna' }, cards: 1 }])
    expect((await barDeck(store, admin.actor, { deckId, reason: 'A book’s text.' }, LATER)).ok).toBe(true)
    expect(await decks('barred')).toMatchObject([{ id: deckId, barredReason: 'A book’s text.' }])
    const gallery = await listGallery(store, { kind: 'nobody' }, { search: '', order: 'newest', page: 1 })
    expect(gallery.ok && gallery.value.count).toBe(0)
    expect(await barDeck(store, admin.actor, { deckId, reason: 'Again.' }, LATER)).toMatchObject({
      code: 'conflict',
    })
    expect((await barDeck(store, admin.actor, { deckId, reason: null }, LATER)).ok).toBe(true)
    const { entries } = await audit({ deckId })
    expect(entries.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['gallery-barred', 'gallery-opened']),
    )
    const ofHouse = await seedDeck(store, 1)
    expect(await barDeck(store, admin.actor, { deckId: ofHouse.id, reason: 'x' }, LATER)).toMatchObject({
      code: 'not-found',
    })
  })

  it('sees how the house stands', async () => {
    const described = await describeHouse(store, admin.actor, undefined, LATER)
    if (!described.ok) throw new Error(described.code)
    const { figures, migrations, databaseBytes, backups } = described.value
    expect(figures).toMatchObject({ accounts: 2, guests: 0, images: 0, imageBytes: 0 })
    expect(migrations.length).toBeGreaterThan(1)
    expect(databaseBytes).toBeGreaterThan(100_000)
    expect(backups).toEqual(kind === 'sqlite' ? [] : null)
  })

  it('checks the house beside the server: answers go on, and a memory that is not its log’s is counted', async () => {
    const now = () => LATER
    const found = () => findCheck(store, admin.actor, undefined, LATER)
    expect(await found()).toMatchObject({ value: { status: 'never' } })
    const deck = await seedDeck(store, 40)
    const answer = async (n: number) => {
      const event = {
        id: testId(NOON + n),
        cardId: deck.cardIds[n % 40],
        kind: 'FLAG' as const,
        after: null,
        answeredAt: NOON + n,
        schedulerRevisionId: anna.revisionId,
        flag: 1 + (n % 3),
      }
      const batch = { learner: anna.id, sentAt: NOON + n, events: [event] }
      const { value } = Object(await recordEvents(store, anna.actor, { batch, calendar: BERLIN }, NOON + n))
      expect(value.receipts).toMatchObject([{ status: 'stored' }])
    }
    await answer(0)
    expect(await beginCheck(store, admin.actor, undefined, now)).toMatchObject({
      value: { status: 'running' },
    })
    expect(await found()).toMatchObject({ value: { status: 'running' } })
    let answered = 0
    for (; Object(await found()).value.status === 'running'; answered++) await answer(answered + 1)
    await checkSettled()
    expect(answered).toBeGreaterThan(20)
    expect(await found()).toMatchObject({
      value: { status: 'done', found: { learners: 2, differences: 0, problems: [] } },
    })

    const [memory] = await store.memories.listByCards(anna.id, [deck.cardIds[0]])
    await store.memories.save(anna.id, deck.cardIds[0], { ...memory, flag: 7 })
    await beginCheck(store, admin.actor, undefined, now)
    await checkSettled()
    expect(await found()).toMatchObject({ value: { status: 'done', found: { differences: 1 } } })
  })

  it('says so when a check ended with its server', async () => {
    const begun = { status: 'running' as const, startedAt: NOW, heardAt: NOW, done: 1, total: 2 }
    await writeCheckState(store, begun)
    const looked = (at: number) => findCheck(store, admin.actor, undefined, at)
    expect(await looked(NOW + 1_000)).toMatchObject({ value: begun })
    expect(await looked(NOW + 120_000)).toMatchObject({
      value: { status: 'failed', failure: { why: 'server-stopped' } },
    })
  })

  it('is nobody else', async () => {
    for (const { actor } of [anna, await seedLearner(store), await seedLearner(store, true)]) {
      expect(await listAudit(store, actor, {})).toMatchObject({ code: 'not-found' })
      expect(await listAllDecks(store, actor, { show: 'all' })).toMatchObject({ code: 'not-found' })
      expect(await barDeck(store, actor, { deckId, reason: 'x' }, LATER)).toMatchObject({ code: 'not-found' })
      expect(await describeHouse(store, actor, undefined, LATER)).toMatchObject({ code: 'not-found' })
      expect(await beginCheck(store, actor, undefined, () => LATER)).toMatchObject({ code: 'not-found' })
      expect(await findCheck(store, actor, undefined, LATER)).toMatchObject({ code: 'not-found' })
    }
  })

  it('finds nobody’s name in it after an account is gone', async () => {
    await store.users.update(anna.id, { passwordHash: null })
    const fate = { decks: { [deckId]: { withdraw: true as const } } }
    const deleted = await deleteAccount(store, anna.actor, fate, LATER)
    expect(deleted.ok).toBe(true)
    const { entries } = await audit()
    expect(JSON.stringify(entries)).not.toContain(anna.id)
    expect(JSON.stringify(entries)).not.toContain('Anna')
    expect(entries.map(({ verb }) => verb)).toContain('account-deleted')
  })
})

// PostgreSQL waits for whoever is still connected.
it('lets a house be closed under its check', async () => {
  const other = await openTestStore('sqlite')
  const owner = await seedLearner(other.store)
  await beginCheck(other.store, { ...owner.actor, role: 'ADMIN' }, undefined, () => LATER)
  await other.store.close()
  await expect(checkSettled()).resolves.toBeUndefined()
  await other.remove()
})
