import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTestHouse, type Caller, type TestHouse } from '@/lib/account/testing/test-house'
import { changeDeck } from '@/lib/authoring/change-deck'
import { enrol } from '@/lib/authoring/enrol'
import { importDeck } from '@/lib/authoring/import-deck'
import { inviteMember } from '@/lib/authoring/members/invite-member'
import { withdrawDeck } from '@/lib/authoring/withdraw-deck'
import type { SignedIn } from '@/lib/core/access/actor'
import { newId } from '@/lib/platform/new-id'
import { findDeclaration, type RouteHandler } from './declaration'
import { listSources, loadHandlers } from './testing/list-routes'

// The bundler's listing of files is not there outside a build.
vi.mock('@/app/api/v1/openapi.json/route-modules', () => ({ routeModules: async () => ({}) }))

/** What one must be allowed, to be let in by a door to a deck. Written here anew, not taken from `can`. */
type Need = 'read' | 'study' | 'copy' | 'write' | 'look' | 'own'

const WORDS = { title: { en: 'Gates' }, description: {} }
type Cell = {
  need: Need
  query?: string
  body?: (of: DeckOfTest) => unknown
  ids?: (of: DeckOfTest) => object
}

const noteIds = (of: DeckOfTest) => ({ id: of.noteId })
const DECK_DOORS: Record<string, Cell> = {
  'GET /api/v1/decks/[slug]': { need: 'read' },
  'GET /api/v1/decks/[slug]/file': { need: 'read' },
  'GET /api/v1/decks/[slug]/export': { need: 'read', query: '?format=csv' },
  'GET /api/v1/decks/[slug]/history': { need: 'read' },
  'PUT /api/v1/decks/[slug]/enrolment': { need: 'study', body: () => ({}) },
  'DELETE /api/v1/decks/[slug]/enrolment': { need: 'study' },
  'POST /api/v1/decks/[slug]/copy': { need: 'copy' },
  'GET /api/v1/decks/[slug]/draft': { need: 'look' },
  'GET /api/v1/decks/[slug]/draft/search': { need: 'look', query: '?words=a' },
  'GET /api/v1/decks/[slug]/draft/duplicates': { need: 'look' },
  'GET /api/v1/decks/[slug]/draft/notes/[id]': { need: 'look', ids: noteIds },
  'GET /api/v1/decks/[slug]/publication': { need: 'look' },
  'GET /api/v1/decks/[slug]/history/[version]': { need: 'look', ids: () => ({ version: '1' }) },
  'GET /api/v1/decks/[slug]/upstream': { need: 'look' },
  'GET /api/v1/decks/[slug]/members': { need: 'look' },
  'GET /api/v1/decks/[slug]/reports': { need: 'look' },
  'PATCH /api/v1/decks/[slug]/draft': { need: 'write', body: () => ({ ...WORDS, before: WORDS }) },
  'POST /api/v1/decks/[slug]/draft/notes': {
    need: 'write',
    body: () => ({ id: newId(Date.now()), fields: { en: { front: 'q', back: 'a' } } }),
  },
  'POST /api/v1/decks/[slug]/draft/operations': {
    need: 'write',
    body: ({ noteId }) => ({ operations: [{ do: 'delete', ids: [noteId] }] }),
  },
  'PATCH /api/v1/decks/[slug]/draft/notes/[id]': {
    need: 'write',
    ids: noteIds,
    body: () => ({ draftVersion: 0, tags: ['a'] }),
  },
  'DELETE /api/v1/decks/[slug]/draft/notes/[id]': { need: 'write', ids: noteIds },
  'POST /api/v1/decks/[slug]/draft/notes/[id]/discard': {
    need: 'write',
    ids: noteIds,
    body: () => ({ draftVersion: 0 }),
  },
  'POST /api/v1/decks/[slug]/publication': { need: 'write', body: () => ({ seen: '', line: 'Better' }) },
  'POST /api/v1/decks/[slug]/history/[version]/restore': {
    need: 'write',
    ids: () => ({ version: '1' }),
    body: () => ({ current: 1 }),
  },
  'POST /api/v1/decks/[slug]/media': { need: 'write', body: () => ({ no: 'image' }) },
  'POST /api/v1/decks/[slug]/upstream': { need: 'write', body: () => ({}) },
  'POST /api/v1/decks/[slug]/reports/[id]/accept': {
    need: 'write',
    ids: ({ reportId }) => ({ id: reportId }),
    body: () => ({}),
  },
  'POST /api/v1/decks/[slug]/reports/[id]/answer': {
    need: 'write',
    ids: ({ reportId }) => ({ id: reportId }),
    body: () => ({ answer: 'Thank you.' }),
  },
  'PATCH /api/v1/decks/[slug]': { need: 'own', body: () => ({ visibility: 'UNLISTED' }) },
  'DELETE /api/v1/decks/[slug]': { need: 'own' },
  'GET /api/v1/decks/[slug]/sharing': { need: 'own' },
  'POST /api/v1/decks/[slug]/link': { need: 'own' },
  'POST /api/v1/decks/[slug]/invites': { need: 'own', body: () => ({ role: 'EDITOR' }) },
  'DELETE /api/v1/decks/[slug]/invites/[id]': { need: 'own', ids: ({ inviteId }) => ({ id: inviteId }) },
  'PATCH /api/v1/decks/[slug]/members/[userId]': {
    need: 'own',
    ids: ({ memberId }) => ({ userId: memberId }),
    body: () => ({ role: 'VIEWER' }),
  },
  'DELETE /api/v1/decks/[slug]/members/[userId]': {
    need: 'own',
    ids: ({ memberId }) => ({ userId: memberId }),
  },
}

const WHO = [
  'nobody',
  'guest',
  'learner', // who studies it
  'other learner',
  'editor',
  'viewer',
  'owner',
  'instructor',
  'administrator',
] as const
type Who = (typeof WHO)[number]

const STATES = ['private', 'unlisted', 'public', 'withdrawn'] as const
type State = (typeof STATES)[number]

function isAllowed(who: Who, state: State, need: Need): boolean {
  const isIn = state === 'withdrawn' ? false : ['owner', 'editor', 'viewer'].includes(who)
  const reads = state === 'public' || isIn || who === 'learner'
  switch (need) {
    case 'read':
      return reads
    case 'study':
      return reads && who !== 'nobody'
    case 'copy':
      return reads && who !== 'nobody' && who !== 'guest'
    case 'look':
      return isIn
    case 'write':
      return isIn && who !== 'viewer'
    case 'own':
      return isIn && who === 'owner'
  }
}

type DeckOfTest = {
  slug: string
  deckId: string
  noteId: string
  reportId: string
  inviteId: string
  memberId: string
}

describe('every door to a deck', () => {
  let house: TestHouse
  const doors = new Map<string, { method: string; path: string; handler: RouteHandler }>()
  const people = new Map<Who, Caller>()
  const shared = new Map<State, DeckOfTest>()
  let requests = 0

  beforeAll(async () => {
    house = await openTestHouse('sqlite')
    for (const route of listSources('route.ts')) {
      if (!route.path.startsWith('/api/v1/decks/[slug]')) continue
      for (const { method, handler } of await loadHandlers(route)) {
        // What has a declaration was made by door, and is therefore a handler.
        if (findDeclaration(handler))
          doors.set(`${method} ${route.path}`, { method, path: route.path, handler: handler as RouteHandler })
      }
    }
    people.set('nobody', house.nobody)
    people.set('guest', await house.guest())
    for (const who of ['learner', 'other learner', 'editor', 'viewer', 'owner'] as const)
      people.set(who, await house.account())
    people.set('instructor', await house.account({ role: 'INSTRUCTOR' }))
    people.set('administrator', await house.account({ role: 'ADMIN' }))
    for (const state of STATES) shared.set(state, await makeDeck(state))
  })
  afterAll(() => house.close())

  const caller = (who: Who): Caller => {
    const found = people.get(who)
    if (!found) throw new Error(who)
    return found
  }
  const actorOf = (who: Who): SignedIn => ({
    kind: 'user',
    userId: caller(who).userId,
    role: 'LEARNER',
    guest: false,
    via: { sessionId: 's' },
  })

  /** A deck with something of everything that is named by an id. */
  async function makeDeck(state: State): Promise<DeckOfTest> {
    const { store } = house
    const now = Date.now()
    const owner = actorOf('owner')
    const text = `---\ndeck: d${newId(now)}\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\nr\n`
    const made = await importDeck(store, owner, { text, images: [], locale: 'en' }, now)
    if (!made.ok) throw new Error(JSON.stringify(made))
    const { slug } = made.value
    const deckId = (await store.decks.findBySlug(slug))?.id ?? ''
    const [note] = await store.notes.listByDeck(deckId)
    const [card] = await store.cards.listByDeck(deckId)
    await store.decks.setCopiedVersion(deckId, 1)
    const member = await house.account()
    await store.deckMembers.put({ deckId, userId: member.userId, role: 'EDITOR' })
    await store.deckMembers.put({ deckId, userId: caller('editor').userId, role: 'EDITOR' })
    await store.deckMembers.put({ deckId, userId: caller('viewer').userId, role: 'VIEWER' })
    const invite = await inviteMember(store, owner, { slug, role: 'EDITOR', days: 1 }, now)
    if (!invite.ok) throw new Error(invite.code)
    await changeDeck(store, owner, { slug, visibility: 'PUBLIC' }, now)
    await enrol(store, actorOf('learner'), { slug }, now)
    const reportId = newId(now)
    const told = { kind: 'PROBLEM' as const, locale: 'en' as const, text: 'Wrong.', proposal: null }
    const about = { deckId, noteId: note.id, cardId: card.id, noteRevision: 1, userId: member.userId }
    await store.cardReports.put({ ...told, ...about, id: reportId, createdAt: now })
    if (state === 'private') await changeDeck(store, owner, { slug, visibility: 'PRIVATE' }, now)
    if (state === 'unlisted') await changeDeck(store, owner, { slug, visibility: 'UNLISTED' }, now)
    if (state === 'withdrawn') await withdrawDeck(store, owner, { slug }, now)
    return { slug, deckId, noteId: note.id, reportId, inviteId: invite.value.id, memberId: member.userId }
  }

  async function ask(door: string, who: Who, deck: DeckOfTest, ids: DeckOfTest = deck): Promise<number> {
    const { method, path, handler } = doors.get(door) ?? { method: '', path: '', handler: undefined }
    if (!handler) throw new Error(`no door ${door}`)
    const cell = DECK_DOORS[door]
    requests++
    const params = { slug: deck.slug, ...cell.ids?.(ids) }
    const answer = await caller(who).send(handler, {
      method,
      path: path + (cell.query ?? ''),
      params,
      body: cell.body?.(ids),
    })
    return answer.status
  }

  it('is in this table, with what it takes', () => {
    expect([...doors.keys()].sort()).toEqual(Object.keys(DECK_DOORS).sort())
  })

  describe.each(STATES)('of a deck that is %s', (state) => {
    it.each(Object.keys(DECK_DOORS))('%s', async (door) => {
      const { need } = DECK_DOORS[door]
      for (const who of WHO) {
        const isLetIn = isAllowed(who, state, need)
        const isChange = !door.startsWith('GET')
        const deck = isLetIn && isChange ? await makeDeck(state) : shared.get(state)
        if (!deck) throw new Error(state)
        const status = await ask(door, who, deck)
        const said = `${who}: ${status}`
        expect(status, said).not.toBe(500)
        if (isLetIn) {
          // A copy of nothing has no original: that is said inside, to those who were let in.
          if (!door.endsWith('/upstream')) expect([401, 403, 404], said).not.toContain(status)
          continue
        }
        expect([401, 403, 404], said).toContain(status)
        // What may not be seen is not there, and nobody can tell that it is.
        if (!isAllowed(who, state, 'read') && who !== 'nobody' && who !== 'guest')
          expect(status, said).toBe(404)
      }
    })
  })

  describe('with the id of something in another deck', () => {
    const named = Object.entries(DECK_DOORS).flatMap(([door, { ids }]) =>
      ids && !door.includes('[version]') ? [door] : [],
    )
    it.each(named)('%s finds nothing, not even for the owner of both', async (door) => {
      const [deck, other] = [await makeDeck('public'), await makeDeck('public')]
      // Deleting what is not there is done already; it must not be the other deck's.
      const isDone = door.startsWith('DELETE') && door.includes('/notes/')
      for (const who of WHO) {
        const status = await ask(door, who, deck, other)
        expect(isDone ? [200, 401, 403, 404] : [401, 403, 404], `${who}: ${status}`).toContain(status)
      }
      expect(await house.store.notes.find(other.noteId)).toMatchObject({ draft: null, draftDeletedAt: null })
      expect(await house.store.cardReports.find(other.reportId)).toMatchObject({ status: 'OPEN' })
      expect(await house.store.deckMembers.findRole(other.deckId, other.memberId)).toBe('EDITOR')
    })
  })

  it('opens an unlisted deck to whoever brings its link, to be read and joined, and for nothing more', async () => {
    const deck = await makeDeck('unlisted')
    const link = (await house.store.decks.find(deck.deckId))?.shareToken ?? ''
    const read = doors.get('GET /api/v1/decks/[slug]')
    for (const who of WHO) {
      const answer = await caller(who).send(read!.handler, {
        path: `/api/v1/decks/${deck.slug}?link=${link}`,
        params: { slug: deck.slug },
      })
      expect(answer.status, who).toBe(200)
      requests++
    }
    const join = doors.get('PUT /api/v1/decks/[slug]/enrolment')
    const joined = await caller('guest').send(join!.handler, {
      method: 'PUT',
      path: `/api/v1/decks/${deck.slug}/enrolment`,
      params: { slug: deck.slug },
      body: { link },
    })
    expect(joined.status).toBe(200)
    expect(await ask('GET /api/v1/decks/[slug]', 'guest', deck)).toBe(200)
    expect(await ask('GET /api/v1/decks/[slug]/draft', 'other learner', deck)).toBe(404)
  })

  it('was asked by everybody, in every state', () => {
    expect(requests).toBeGreaterThanOrEqual(doors.size * WHO.length * STATES.length)
  })
})
