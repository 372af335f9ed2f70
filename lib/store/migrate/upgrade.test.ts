import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvite } from '@/lib/authoring/members/accept-invite'
import { inviteMember } from '@/lib/authoring/members/invite-member'
import { changeDeck } from '@/lib/authoring/change-deck'
import { getDeck } from '@/lib/authoring/get-deck'
import { getMedia } from '@/lib/authoring/get-media'
import { importDeck } from '@/lib/authoring/import-deck'
import { listDecks } from '@/lib/authoring/list-decks'
import type { SignedIn } from '@/lib/core/access/actor'
import { uuidV7 } from '@/lib/core/ids'
import { checkMemories } from '@/lib/study/check-memories'
import { makeStudyPack } from '@/lib/study/make-study-pack'
import { recordEvents } from '@/lib/study/record-events'
import { databaseKinds } from '../database-place'
import { openStoreAt, type Store } from '../store'
import { dumpTable, loadOldHouse, readOldHouse } from '../testing/load-old-house'
import { createScratchDatabase, type ScratchDatabase } from '../testing/scratch-database'
import { applyMigrations } from './apply-migrations'

const NOW = Date.UTC(2026, 10, 27, 12)
const DAY = 24 * 60 * 60_000
/** Everything that was learned is due by then. */
const LATER = NOW + 200 * DAY
const CALENDAR = { timeZone: 'Europe/Berlin', dayStartsAtHour: 4 }
const old = readOldHouse()
const find = (table: string, column: string, value: string, more: Record<string, string> = {}) => {
  const wanted = Object.entries({ ...more, [column]: value })
  const row = old[table].find((of) => wanted.every(([name, is]) => of[name] === is))
  if (!row) throw new Error(`no ${table} with ${column} ${value}`)
  return Object.fromEntries(Object.entries(row).map(([name, of]) => [name, String(of)]))
}
const actorOf = (name: string): SignedIn => ({
  kind: 'user',
  userId: find('User', 'name', name).id,
  role: find('User', 'name', name).role === 'ADMIN' ? 'ADMIN' : 'LEARNER',
  guest: false,
  via: { sessionId: 's' },
})
const [anna, ben, mei] = [actorOf('Anna'), actorOf('Ben'), actorOf('美')]

describe.each(databaseKinds)('a house of the first two issues on %s', (kind) => {
  let scratch: ScratchDatabase
  let store: Store
  const before = new Map<string, Record<string, string>[]>()

  beforeAll(async () => {
    scratch = await createScratchDatabase(kind)
    await loadOldHouse(scratch.place, old)
    for (const table of Object.keys(old)) before.set(table, await dumpTable(scratch.place, table))
    const applied = await applyMigrations(scratch.place)
    expect(applied.length).toBeGreaterThan(0)
    store = await openStoreAt(scratch.place)
  })
  afterAll(async () => {
    await store.close()
    await scratch.remove()
  })

  it('holds something in every table there was, and a log worth keeping', () => {
    for (const [table, rows] of Object.entries(old)) expect(rows.length, table).toBeGreaterThan(0)
    expect(old.StudyEvent.length).toBeGreaterThan(150)
    const kinds = new Set(old.StudyEvent.map((event) => event.kind))
    for (const of of ['ANSWER', 'UNDO', 'SUSPEND', 'RESUME', 'BURY', 'FLAG', 'RESET'])
      expect(kinds).toContain(of)
  })

  it.each(Object.keys(old))('%s: every row is there, every old column says what it said', async (table) => {
    const rows = await dumpTable(scratch.place, table)
    const was = before.get(table) ?? []
    expect(rows).toHaveLength(was.length)
    const names = Object.keys(was[0])
    const trimmed = rows.map((row) => names.map((name) => `${name}=${row[name]}`).join('\n'))
    expect(trimmed.sort()).toEqual(was.map((row) => names.map((n) => `${n}=${row[n]}`).join('\n')).sort())
  })

  it('folds every log to the memory that is stored', async () => {
    const check = await checkMemories(store)
    expect(check.differences).toEqual([])
    expect(check).toMatchObject({ memories: old.Memory.length, events: old.StudyEvent.length })
  })

  it('shows each person the decks that they had', async () => {
    const slugs = async (actor: SignedIn) => {
      const listed = await listDecks(store, actor)
      return listed.ok ? listed.value.decks.map(({ key, by, isEnrolled }) => [key, by, isEnrolled]) : null
    }
    expect(await slugs(ben)).toContainEqual(['gates', 'somebody', true])
    expect(await slugs(ben)).toContainEqual(['gates', 'you', false])
    expect(await slugs(ben)).toContainEqual(['secret', 'somebody', true])
    expect(await slugs(ben)).toContainEqual([null, 'somebody', true]) // withdrawn, and still studied
    expect(await slugs(mei)).toContainEqual([null, 'somebody', true]) // of an account that is gone
    expect(await slugs(anna)).toContainEqual(['secret', 'you', false])
  })

  it('is studied on: a pack comes, and an answer finds the memory that it had', async () => {
    const { dayStartsAt: dayStartsAtHour, ...person } = await store.users.get(ben.userId)
    const pack = await makeStudyPack(store, ben, { learner: { ...person, dayStartsAtHour } }, LATER)
    expect(pack.ok && pack.value.cards.length).toBeGreaterThan(5)
    expect(pack.ok && Object.keys(pack.value.logs).length).toBeGreaterThan(5)
    const [memory] = await store.memories.listByUser(ben.userId)
    const id = uuidV7(LATER, new Uint8Array(16).fill(7))
    const [preset] = await store.presets.listByUser(ben.userId)
    const event = {
      id,
      cardId: memory.cardId,
      kind: 'ANSWER',
      grade: 3,
      after: memory.showing ?? null,
      answeredAt: LATER,
      schedulerRevisionId: preset.revisionId,
    }
    const reply = await recordEvents(
      store,
      ben,
      { batch: { learner: ben.userId, sentAt: LATER, events: [event] }, calendar: CALENDAR },
      LATER,
    )
    expect(reply).toMatchObject({ ok: true, value: { receipts: [{ status: 'stored' }] } })
    expect((await checkMemories(store)).differences).toEqual([])
  })

  it('is published on: a correction keeps every card, and the learners’ memories with it', async () => {
    const { slug } = find('Deck', 'visibility', 'PUBLIC', { ownerId: anna.userId })
    const deck = await getDeck(store, anna, { slug })
    if (!deck.ok) throw new Error(deck.code)
    const memories = await store.memories.listByUser(mei.userId)
    const text = `---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nq a\n---\nnewest\n\n## b\nkind: reversed\n### en\none\n---\nother\n`
    const made = await importDeck(store, anna, { text, images: [], locale: 'en' }, NOW)
    expect(made).toMatchObject({ ok: true, value: { outcome: 'updated' } })
    const now = await getDeck(store, anna, { slug })
    const idsOf = (of: Awaited<ReturnType<typeof getDeck>>) =>
      of.ok
        ? of.value.notes.filter(({ key }) => key === 'b').flatMap(({ cards }) => cards.map(({ id }) => id))
        : []
    expect(idsOf(now)).toEqual(idsOf(deck))
    expect(await store.memories.listByUser(mei.userId)).toEqual(memories)
    expect((await checkMemories(store)).differences).toEqual([])
  })

  it('takes up what is new: links, co-authors, images', async () => {
    const slug = find('Deck', 'key', 'secret').slug
    expect((await getDeck(store, mei, { slug })).ok).toBe(false)
    const shared = await changeDeck(store, anna, { slug, visibility: 'UNLISTED' }, NOW)
    const link = shared.ok ? (shared.value.link ?? '') : ''
    expect((await getDeck(store, mei, { slug, link })).ok).toBe(true)
    const invite = await inviteMember(store, anna, { slug, role: 'EDITOR', days: 7 }, NOW + DAY)
    if (!invite.ok) throw new Error(invite.code)
    expect((await acceptInvite(store, mei, { token: invite.value.token }, NOW + DAY)).ok).toBe(true)
    const [{ sha256 }] = old.Media
    expect((await getMedia(store, anna, { sha256: String(sha256) })).ok).toBe(true)
  })
})
