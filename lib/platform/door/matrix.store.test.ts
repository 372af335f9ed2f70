import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { refusalOf } from '@/lib/core/access/rule'
import type { Actor, Role, Scope } from '@/lib/core/access/actor'
import { openTestHouse, type Caller, type TestHouse } from '@/lib/account/testing/test-house'
import { newSecret } from '@/lib/platform/session/one-time-secret'
import { newId } from '@/lib/platform/new-id'
import { fingerprintOfDraft } from '@/lib/authoring/publishing/fingerprint-of-draft'
import { publishDeck } from '@/lib/authoring/publishing/publish-deck'
import { STATUS } from '@/lib/platform/errors/status'
import { seedDeck } from '@/lib/study/testing/seed-study'
import { listDoors, type Door } from './testing/list-doors'

// The bundler's listing of files is not there outside a build; open-api-document.test.ts reads the real modules.
vi.mock('@/app/api/v1/openapi.json/route-modules', () => ({ routeModules: async () => ({}) }))

const doors = await listDoors()
const label = ({ method, path }: Door) => `${method} ${path}`

const KINDS = ['nobody', 'guest', 'learner', 'instructor', 'administrator'] as const
type Kind = (typeof KINDS)[number]
const ROLE: Record<Kind, Role> = {
  nobody: 'LEARNER',
  guest: 'LEARNER',
  learner: 'LEARNER',
  instructor: 'INSTRUCTOR',
  administrator: 'ADMIN',
}

const actorAs = (kind: Kind, via: { tokenId: string; scopes: Scope[] } | { sessionId: string }): Actor =>
  kind === 'nobody'
    ? { kind: 'nobody' }
    : { kind: 'user', userId: 'x', role: ROLE[kind], guest: kind === 'guest', via }

describe('who may knock where', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse('sqlite')
  })
  afterAll(() => house.close())

  const callerAs = (kind: Kind): Promise<Caller> | Caller =>
    kind === 'nobody' ? house.nobody : kind === 'guest' ? house.guest() : house.account({ role: ROLE[kind] })

  describe.each(doors.map((door) => [label(door), door] as const))('%s', (_, door) => {
    const { method, handler, declaration, path } = door
    const params = {
      id: 'no-such-id',
      slug: 'no-such-deck',
      sha256: '0'.repeat(64),
      token: 'no-such-token-anywhere',
      userId: 'none',
    }
    const send = (caller: Caller, headers: Record<string, string> = {}) =>
      caller.send(handler, { method, path, params, headers })

    it.each(KINDS)('by %s', async (kind) => {
      const expected = refusalOf(declaration.rule, declaration.scope, actorAs(kind, { sessionId: 's' }))
      const { status } = await send(await callerAs(kind))
      expect(status).not.toBe(500)
      if (expected) expect(status).toBe(STATUS[expected.code])
      else expect([401, 403]).not.toContain(status)
    })

    it('by tokens: only with its scope, and never where none is named', async () => {
      const all: Scope[] = ['read', 'study', 'author', 'teach']
      const rest = all.filter((scope) => scope !== declaration.scope)
      const admin = await house.account({ role: 'ADMIN' })
      const without = await send(await house.withToken(admin, rest))
      const withAll = await send(await house.withToken(admin, all))
      if (declaration.rule !== 'anyone') expect(without.status).toBe(403)
      if (declaration.rule !== 'anyone' && !declaration.scope) expect(withAll.status).toBe(403)
      if (declaration.scope) expect([401, 403]).not.toContain(withAll.status)
    })

    if (method !== 'GET') {
      it('by another site’s page, or by who hides where they come from: refused', async () => {
        if (handler === null || declaration.isOpenToOtherSites) return
        const caller = await callerAs('administrator')
        const foreign: Record<string, string>[] = [
          { origin: 'https://evil.example' },
          { origin: 'null' },
          { origin: '' },
          { 'sec-fetch-site': 'cross-site' },
          { 'sec-fetch-site': 'same-site' },
          { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
        ]
        for (const headers of foreign) {
          const { status, body } = await send(caller, headers)
          expect({ status, code: body.error.code }).toEqual({ status: 403, code: 'foreign-origin' })
        }
      })
    }
  })
})

type Owned = { params: Record<string, string>; query?: string; body?: unknown }

/** For each door that names a thing by its id: a thing of `owner`'s, and a good request for it. */
const OWNED: Record<string, (house: TestHouse, owner: Caller) => Promise<Owned>> = {
  'DELETE /api/v1/sessions/[id]': async (house, owner) => ({
    params: { id: (await house.again(owner)).sessionId },
  }),
  'DELETE /api/v1/tokens/[id]': async (house, { userId }) => {
    const id = newId(Date.now())
    const { hash } = newSecret()
    const row = { id, userId, name: 'script', hash, scopes: [], createdAt: Date.now(), expiresAt: null }
    await house.store.tokens.create(row)
    return { params: { id } }
  },
  'PATCH /api/v1/study/presets/[id]': async (house, { userId }) => ({
    params: { id: (await house.store.presets.listByUser(userId))[0].id },
    body: { newPerDay: 5 },
  }),
  'GET /api/v1/decks/[slug]': ownedDeck,
  'PATCH /api/v1/decks/[slug]': (house, owner) => ownedDeck(house, owner, { visibility: 'UNLISTED' }),
  'DELETE /api/v1/decks/[slug]': ownedDeck,
  'POST /api/v1/decks/[slug]/copy': ownedDeck,
  'POST /api/v1/decks/[slug]/link': (house, owner) => ownedDeck(house, owner, undefined, 'UNLISTED'),
  'GET /api/v1/decks/[slug]/members': ownedDeck,
  'GET /api/v1/decks/[slug]/upstream': ownedCopy,
  'POST /api/v1/decks/[slug]/upstream': (house, owner) => ownedCopy(house, owner, {}),
  'GET /api/v1/decks/[slug]/reports': ownedDeck,
  'POST /api/v1/decks/[slug]/reports/[id]/accept': (house, owner) => ownedReport(house, owner, {}),
  'POST /api/v1/decks/[slug]/reports/[id]/answer': (house, owner) =>
    ownedReport(house, owner, { answer: 'Thank you.' }),
  'GET /api/v1/cards/[id]/text': async (house, owner) => {
    const { cardId } = await deckWithCard(house, owner)
    return { params: { id: cardId } }
  },
  'GET /api/v1/decks/[slug]/sharing': ownedDeck,
  'POST /api/v1/decks/[slug]/invites': (house, owner) => ownedDeck(house, owner, { role: 'EDITOR' }),
  'DELETE /api/v1/decks/[slug]/invites/[id]': ownedInvite,
  'PATCH /api/v1/decks/[slug]/members/[userId]': (house, owner) =>
    ownedMember(house, owner, { role: 'VIEWER' }),
  'DELETE /api/v1/decks/[slug]/members/[userId]': (house, owner) => ownedMember(house, owner),
  'PUT /api/v1/decks/[slug]/enrolment': (house, owner) => ownedDeck(house, owner, {}),
  'GET /api/v1/decks/[slug]/file': ownedDeck,
  'GET /api/v1/decks/[slug]/export': async (house, owner) => ({
    ...(await ownedDeck(house, owner)),
    query: 'format=csv',
  }),
  'GET /api/v1/decks/[slug]/draft': ownedDeck,
  'PATCH /api/v1/decks/[slug]/draft': (house, owner) =>
    ownedDeck(house, owner, { ...DECK_WORDS, before: DECK_WORDS }),
  'POST /api/v1/decks/[slug]/draft/notes': (house, owner) =>
    ownedDeck(house, owner, { id: newId(Date.now()), fields: { en: { front: 'q', back: 'a' } } }),
  'POST /api/v1/decks/[slug]/draft/operations': (house, owner) =>
    ownedDeck(house, owner, { operations: [{ do: 'delete', ids: [newId(Date.now())] }] }),
  'GET /api/v1/decks/[slug]/draft/notes/[id]': ownedNote,
  'PATCH /api/v1/decks/[slug]/draft/notes/[id]': (house, owner) =>
    ownedNote(house, owner, { draftVersion: 0, tags: ['a'] }),
  'DELETE /api/v1/decks/[slug]/draft/notes/[id]': ownedNote,
  'POST /api/v1/decks/[slug]/draft/notes/[id]/discard': (house, owner) =>
    ownedNote(house, owner, { draftVersion: 0 }),
  'GET /api/v1/decks/[slug]/draft/duplicates': ownedDeck,
  'GET /api/v1/decks/[slug]/publication': ownedDeck,
  'POST /api/v1/decks/[slug]/publication': drafted,
  'GET /api/v1/decks/[slug]/history': ownedDeck,
  'GET /api/v1/decks/[slug]/history/[version]': async (house, owner) => ({
    params: (await publishedTwice(house, owner)).params,
  }),
  'POST /api/v1/decks/[slug]/history/[version]/restore': publishedTwice,
  'GET /api/v1/imports/[id]': ownedImport,
  'GET /api/v1/imports/[id]/items': async (house, owner) => ({
    ...(await ownedImport(house, owner)),
    query: 'outcome=NEW',
  }),
  'PUT /api/v1/imports/[id]': ownedImport,
  'DELETE /api/v1/imports/[id]': ownedImport,
  'POST /api/v1/imports/[id]/apply': ownedImport,
  'POST /api/v1/imports/[id]/undo': (house, owner) => ownedImport(house, owner, 'APPLIED'),
  'GET /api/v1/quiz-runs/[id]': (house, owner) => ownedQuizRun(house, owner),
  'POST /api/v1/quiz-runs/[id]/finish': (house, owner) => ownedQuizRun(house, owner),
  'POST /api/v1/quiz-runs/[id]/bring-forward': (house, owner) => ownedQuizRun(house, owner, true),
}

/** Doors with an id that names no one's own: tested where their rooms are. */
const NOT_OWNED = [
  'DELETE /api/v1/decks/[slug]/enrolment', // one's own enrolment, whatever the deck
  'PUT /api/v1/study/decks/[id]/preset',
  'GET /api/v1/media/[sha256]',
  'POST /api/v1/decks/[slug]/media', // takes bytes: images.store.test.ts
  'GET /api/v1/decks/[slug]/draft/search', // takes words: search-draft.store.test.ts
  'GET /api/v1/invites/[token]', // whoever has the link
  'POST /api/v1/invites/[token]',
  'GET /api/v1/quizzes/[link]', // whoever has the link
  'PUT /api/v1/quiz-runs/[id]', // an id names a run of one's own alone
  'PUT /api/v1/administration/decks/[id]/bar', // by rule
  'DELETE /api/v1/administration/decks/[id]/bar',
  'PATCH /api/v1/people/[id]', // the administrator's alone: by rule
  'POST /api/v1/people/[id]/reset-link',
]

/** Classes are no one person's: lib/classroom/class-matrix.store.test.ts sends everybody to all of their doors. */
const isOfClass = (door: string) => / \/api\/v1\/(classes|join)\//.test(door)

async function ownedQuizRun({ store }: TestHouse, { userId }: Caller, isFinished = false): Promise<Owned> {
  const now = Date.now()
  const [id, quizId] = [newId(now), newId(now)]
  const definition = { minutes: null, questions: [] }
  await store.quizzes.create({
    id: quizId,
    ownerId: userId,
    link: quizId,
    title: '',
    definition,
    createdAt: now,
  })
  await store.quizRuns.take(userId, { id, quizId, startedAt: now })
  const score = { asked: 0, right: 0, score: 0, bySkill: [], verdicts: [] }
  if (isFinished) await store.quizRuns.finish(userId, id, score, now)
  return { params: { id } }
}

const IMPORT_CHOICES = {
  language: 'en',
  nested: 'tags',
  except: [],
  targets: {},
  tags: [],
  scheduling: false,
  conflicts: 'mine',
  remove: false,
  study: false,
}

async function ownedImport(
  { store }: TestHouse,
  { userId }: Caller,
  status: 'READY' | 'APPLIED' = 'READY',
): Promise<Owned> {
  const [id, now] = [newId(Date.now()), Date.now()]
  await store.importJobs.create({ userId, id, fileName: 'a.csv', sha256: '0'.repeat(64), createdAt: now })
  const summary = {
    format: 'text',
    noteCount: 0,
    imageCount: 0,
    decks: [],
    losses: [],
    counts: {},
    removed: 0,
  }
  const options = { ...IMPORT_CHOICES, decks: [] }
  await store.importJobs.change(userId, id, ['READING'], { status, summary, options }, now)
  return { params: { id }, body: IMPORT_CHOICES }
}

async function ownedDeck(
  house: TestHouse,
  { userId }: Caller,
  body?: unknown,
  visibility: 'PRIVATE' | 'UNLISTED' = 'PRIVATE',
): Promise<Owned> {
  const template = await seedDeck(house.store, 1, 'PRIVATE')
  const deck = await house.store.decks.find(template.id)
  const id = newId(Date.now())
  if (deck) {
    const { draft: _draft, shareToken: _shareToken, barredReason: _barredReason, ...row } = deck
    await house.store.decks.create({ ...row, id, slug: id, ownerId: userId, visibility })
  }
  return { params: { slug: id }, ...(body !== undefined && { body }) }
}

async function deckWithCard(house: TestHouse, owner: Caller) {
  const { params } = await ownedDeck(house, owner)
  const deck = await house.store.decks.findBySlug(params.slug)
  const seeded = await seedDeck(house.store, 1, 'PRIVATE')
  const [note] = await house.store.notes.listByDeck(seeded.id)
  const [noteId, cardId] = [newId(Date.now()), newId(Date.now())]
  const { kind, tags, published } = note
  const row = { kind, tags, published, position: 0, draft: null, revision: 1 }
  await house.store.notes.create({ ...row, id: noteId, key: 'n', deckId: deck?.id ?? '' })
  await house.store.cards.create({ id: cardId, noteId, ord: 0, retiredAt: null, askAgainAt: null })
  return { params, deckId: deck?.id ?? '', noteId, cardId }
}

async function ownedReport(house: TestHouse, owner: Caller, body: unknown): Promise<Owned> {
  const { params, deckId, noteId, cardId } = await deckWithCard(house, owner)
  const [id, now] = [newId(Date.now()), Date.now()]
  const { userId } = await house.account()
  const told = { kind: 'PROBLEM' as const, locale: 'en' as const, text: 'Wrong.', proposal: null }
  const of = { deckId, noteId, cardId, noteRevision: 1, userId }
  await house.store.cardReports.put({ ...told, ...of, id, createdAt: now })
  return { params: { ...params, id }, body }
}

async function ownedCopy(house: TestHouse, owner: Caller, body?: unknown): Promise<Owned> {
  const { params } = await ownedDeck(house, owner)
  const [deck, original] = [await house.store.decks.findBySlug(params.slug), await seedDeck(house.store, 1)]
  if (deck) {
    const { draft: _draft, shareToken: _shareToken, barredReason: _barredReason, ...row } = deck
    const slug = newId(Date.now())
    await house.store.decks.create({ ...row, id: slug, slug, copiedFromId: original.id, copiedVersion: 1 })
    return { params: { slug }, ...(body !== undefined && { body }) }
  }
  return { params, ...(body !== undefined && { body }) }
}

async function ownedInvite(house: TestHouse, owner: Caller): Promise<Owned> {
  const { params } = await ownedDeck(house, owner)
  const deck = await house.store.decks.findBySlug(params.slug)
  const [id, now] = [newId(Date.now()), Date.now()]
  const invite = { id, hash: id, role: 'EDITOR' as const, byId: owner.userId }
  await house.store.deckInvites.create({
    ...invite,
    deckId: deck?.id ?? '',
    createdAt: now,
    expiresAt: now + 60_000,
  })
  return { params: { ...params, id } }
}

async function ownedMember(house: TestHouse, owner: Caller, body?: unknown): Promise<Owned> {
  const { params } = await ownedDeck(house, owner)
  const deck = await house.store.decks.findBySlug(params.slug)
  const { userId } = await house.account()
  await house.store.deckMembers.put({ deckId: deck?.id ?? '', userId, role: 'EDITOR' })
  return { params: { ...params, userId }, ...(body !== undefined && { body }) }
}

const DECK_WORDS = { title: { en: 'Gates' }, description: { en: '' } }

async function ownedNote(house: TestHouse, owner: Caller, body?: unknown): Promise<Owned> {
  const { params } = await ownedDeck(house, owner)
  const deck = await house.store.decks.findBySlug(params.slug)
  const id = newId(Date.now())
  const fields = { en: { front: 'q', back: 'a' } }
  const note = {
    id,
    deckId: deck?.id ?? '',
    key: 'n',
    kind: 'BASIC' as const,
    tags: [],
    position: 0,
    revision: 1,
  }
  const published = { kind: 'BASIC' as const, tags: [], fields, cards: [] }
  await house.store.notes.create({ ...note, draft: null, published })
  return { params: { ...params, id }, ...(body !== undefined && { body }) }
}

/** A deck with a note that is not published yet, and what publishes it. */
async function drafted(house: TestHouse, owner: Caller): Promise<Owned> {
  const { params } = await ownedDeck(house, owner)
  const deck = await house.store.decks.findBySlug(params.slug)
  const id = newId(Date.now())
  const draft = { kind: 'BASIC' as const, tags: [], fields: { en: { front: 'q', back: 'a' } } }
  const note = { id, deckId: deck?.id ?? '', key: 'n', draft, draftPosition: 0 }
  await house.store.notes.createDraft(note, owner.userId, Date.now())
  const rows = await house.store.notes.listDrafts(note.deckId)
  if (!deck) throw new Error('The deck was made above')
  return { params, body: { seen: fingerprintOfDraft(deck, rows), line: 'A note more' } }
}

/** Its first version, from which a second one differs. */
async function publishedTwice(house: TestHouse, owner: Caller): Promise<Owned> {
  const { params, body } = await drafted(house, owner)
  const deck = await house.store.decks.findBySlug(params.slug)
  const actor = { kind: 'user', userId: owner.userId, role: 'LEARNER', guest: false } as const
  const published = await publishDeck(
    house.store,
    { ...actor, via: { sessionId: owner.sessionId } },
    { slug: params.slug, askAgain: [], leaveOut: [], locale: 'en', line: '', seen: '', ...Object(body) },
    Date.now(),
  )
  if (!published.ok || !deck) throw new Error('The deck was not published')
  return { params: { ...params, version: String(deck.version) }, body: { current: published.value.version } }
}

describe('things of one person', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse('sqlite')
  })
  afterAll(() => house.close())

  it('are all known here', () => {
    const named = doors.filter(({ path }) => path.includes('[')).map(label)
    expect(named.filter((door) => !(door in OWNED) && !NOT_OWNED.includes(door) && !isOfClass(door))).toEqual(
      [],
    )
  })

  describe.each(doors.filter((door) => label(door) in OWNED).map((door) => [label(door), door] as const))(
    '%s',
    (name, { method, handler, path }) => {
      it.each(['nobody', 'guest', 'other learner', 'instructor', 'administrator'] as const)(
        'is not found by %s',
        async (kind) => {
          const owner = await house.account()
          const { params, query, body: given } = await OWNED[name](house, owner)
          const body = method === 'GET' ? undefined : given
          const at = query === undefined ? path : `${path}?${query}`
          const caller = await {
            nobody: () => house.nobody,
            guest: () => house.guest(),
            'other learner': () => house.account(),
            instructor: () => house.account({ role: 'INSTRUCTOR' }),
            administrator: () => house.account({ role: 'ADMIN' }),
          }[kind]()
          const { status } = await caller.send(handler, { method, path: at, params, body })
          expect(
            status === 404 || (kind === 'nobody' && status === 401) || (kind === 'guest' && status === 403),
          ).toBe(true)
          const own = await owner.send(handler, { method, path: at, params, body })
          expect(own.status).toBeGreaterThanOrEqual(200)
          expect(own.status).toBeLessThan(300)
        },
      )
    },
  )
})
