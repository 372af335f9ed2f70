import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role, SignedIn } from '@/lib/core/access/actor'
import { openTestHouse, type Caller, type TestHouse } from '@/lib/account/testing/test-house'
import { importDeck } from '@/lib/authoring/import-deck'
import { findDeclaration, type RouteHandler } from '@/lib/platform/door/declaration'
import { listSources, loadHandlers } from '@/lib/platform/door/testing/list-routes'
import { makeQuiz } from '@/lib/practice/quiz/make-quiz'
import { testId } from '@/lib/study/testing/seed-study'
import { grantClassRole } from './grant-class-role'
import { leaveClass } from './leave-class'
import { makeAssignment } from './make-assignment'
import { newClass } from './testing/class-house'
import { EASY_GATES } from '@/lib/practice/quiz/testing/easy-gates'

// The bundler's listing of files is not there outside a build.
vi.mock('@/app/api/v1/openapi.json/route-modules', () => ({ routeModules: async () => ({}) }))

const NOW = Date.now()
const DAY = 86_400_000

/** Who they are to the class whose things are asked for. */
const PEOPLE = [
  'instructor',
  'co-instructor',
  'demoted instructor',
  'learner',
  'guest learner',
  'former member',
  'other class’ instructor',
  'other class’ learner',
  'outsider',
  'administrator',
  'nobody',
] as const
type Person = (typeof PEOPLE)[number]

const TEACH: readonly Person[] = ['instructor', 'co-instructor']
const LEARN: readonly Person[] = ['learner', 'guest learner']
/** A demoted instructor is in the class still, and sees what a member sees. */
const MEMBERS: readonly Person[] = [...TEACH, ...LEARN, 'demoted instructor']

type Scene = {
  id: string
  member: string
  /** By which people join the class. */
  code: string
  assignment: string
  quizAssignment: string
  slug: string
  callers: Record<Person, Caller>
}

type Doorway = {
  /** Who gets in. Everybody else is told that there is nothing, or to sign in. */
  for: readonly Person[]
  params?: (scene: Scene) => Record<string, string>
  body?: (scene: Scene, caller: Caller) => unknown
  /** Cannot be tried by more than one person in one scene. */
  isOnce?: boolean
  /** No class is named, so whoever may not is told so. */
  isOpenSecret?: boolean
  /** Who gets in and is then told why it cannot be done. */
  told?: readonly Person[]
}

const ofClass = ({ id }: Scene) => ({ id })
const ofMember = ({ id, member }: Scene) => ({ id, member })
const ofCode = ({ code }: Scene) => ({ code })
const ofAssignment = ({ id, assignment }: Scene) => ({ id, assignment })

const DOORWAYS: Record<string, Doorway> = {
  // Whoever has the code may read what joining means; to join, one has to be somebody.
  'GET /api/v1/join/[code]': { for: PEOPLE, params: ofCode },
  'POST /api/v1/join/[code]': {
    for: PEOPLE.filter((person) => person !== 'nobody'),
    params: ofCode,
    body: () => ({}),
  },
  'GET /api/v1/classes': { for: PEOPLE.filter((person) => person !== 'nobody') },
  'POST /api/v1/classes': {
    for: [...TEACH, 'former member', 'other class’ instructor', 'administrator'],
    body: () => ({ name: 'Another' }),
    isOpenSecret: true,
  },
  'GET /api/v1/classes/[id]': { for: MEMBERS },
  'PATCH /api/v1/classes/[id]': { for: TEACH, body: () => ({ name: 'Renamed' }) },
  'PUT /api/v1/classes/[id]/code': { for: TEACH, body: () => ({ days: 3 }) },
  'DELETE /api/v1/classes/[id]/code': { for: TEACH },
  'GET /api/v1/classes/[id]/members': { for: TEACH },
  'PATCH /api/v1/classes/[id]/members/[member]': {
    for: TEACH,
    params: ofMember,
    body: () => ({ isInstructor: false }),
  },
  'DELETE /api/v1/classes/[id]/members/[member]': { for: TEACH, params: ofMember, isOnce: true },
  'DELETE /api/v1/classes/[id]/membership': { for: MEMBERS, isOnce: true },
  'POST /api/v1/classes/[id]/assignments': {
    for: TEACH,
    body: ({ slug }) => ({ deck: slug }),
    told: TEACH, // the class has the deck already, and it is not the co-instructor's to give
  },
  'PATCH /api/v1/classes/[id]/assignments/[assignment]': {
    for: TEACH,
    params: ofAssignment,
    body: () => ({ dueAt: NOW + 9 * DAY }),
  },
  'DELETE /api/v1/classes/[id]/assignments/[assignment]': { for: TEACH, params: ofAssignment, isOnce: true },
  'GET /api/v1/classes/[id]/assignments/[assignment]/quiz': {
    for: LEARN,
    params: ({ id, quizAssignment }) => ({ id, assignment: quizAssignment }),
  },
  'GET /api/v1/classes/[id]/figures': { for: TEACH },
  'GET /api/v1/classes/[id]/file': { for: TEACH },
  'GET /api/v1/classes/[id]/learners/[learner]': {
    for: TEACH,
    params: ({ id, member }) => ({ id, learner: member }),
  },
  'GET /api/v1/decks/[slug]': { for: MEMBERS, params: ({ slug }) => ({ slug }) },
  'GET /api/v1/decks/[slug]/file': { for: MEMBERS, params: ({ slug }) => ({ slug }) },
  'PUT /api/v1/decks/[slug]/enrolment': { for: MEMBERS, params: ({ slug }) => ({ slug }), body: () => ({}) },
  'PUT /api/v1/quiz-runs/[id]': {
    for: LEARN,
    params: () => ({ id: testId(NOW) }),
    body: ({ quizAssignment }, { userId }) => ({
      learner: userId,
      assignment: quizAssignment,
      sentAt: NOW,
      answers: {},
    }),
  },
}

let requests = 0
const doors = new Map<string, { method: string; path: string; handler: RouteHandler }>()
for (const route of listSources('route.ts'))
  for (const { method, handler } of await loadHandlers(route))
    // What has a declaration was made by door, and is therefore a handler.
    if (findDeclaration(handler))
      doors.set(`${method} ${route.path}`, { method, path: route.path, handler: handler as RouteHandler })

describe('every door of a class', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse('sqlite')
  })
  afterAll(() => house.close())

  const actorOf = ({ userId, sessionId }: Caller, role: Role, guest = false): SignedIn => ({
    kind: 'user',
    userId,
    role,
    guest,
    via: { sessionId },
  })

  /** Two classes that know nothing of each other, with a private deck and a quiz in the first. */
  async function newScene(): Promise<Scene> {
    const { store } = house
    const account = (role: Role = 'LEARNER') => house.account({ role })
    const callers: Record<Person, Caller> = {
      instructor: await account('INSTRUCTOR'),
      'co-instructor': await account('INSTRUCTOR'),
      'demoted instructor': await account('INSTRUCTOR'),
      learner: await account(),
      'guest learner': await house.guest(),
      'former member': await account('INSTRUCTOR'),
      'other class’ instructor': await account('INSTRUCTOR'),
      'other class’ learner': await account(),
      outsider: await account(),
      administrator: await account('ADMIN'),
      nobody: house.nobody,
    }
    const teacher = actorOf(callers.instructor, 'INSTRUCTOR')
    const room = await newClass(store, teacher, NOW)
    const other = await newClass(store, actorOf(callers['other class’ instructor'], 'INSTRUCTOR'), NOW)
    await other.join(actorOf(callers['other class’ learner'], 'LEARNER'))
    const bystander = await account()
    await room.join(actorOf(bystander, 'LEARNER'))
    for (const person of [
      'co-instructor',
      'demoted instructor',
      'learner',
      'guest learner',
      'former member',
    ] as const) {
      const actor = actorOf(callers[person], 'LEARNER', person === 'guest learner')
      await room.join(actor)
      if (person === 'former member') await leaveClass(store, actor, room, NOW)
      const isTeacher = person === 'co-instructor' || person === 'demoted instructor'
      const grant = { id: room.id, memberId: actor.userId, isInstructor: true }
      if (isTeacher) await grantClassRole(store, teacher, grant, NOW)
    }
    await store.users.update(callers['demoted instructor'].userId, { role: 'LEARNER' })
    const text = '---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\nr\n'
    const deck = await importDeck(store, teacher, { text, images: [], locale: 'en' }, NOW)
    const quiz = await makeQuiz(store, teacher, { ...EASY_GATES, title: '' }, NOW)
    if (!deck.ok || !quiz.ok) throw new Error('the scene could not be set')
    const dates = { startsAt: null, dueAt: NOW + DAY }
    const ofDeck = await makeAssignment(
      store,
      teacher,
      { id: room.id, given: { ...dates, deck: deck.value.slug, examAt: null } },
      NOW,
    )
    const terms = { attempts: 9, numbers: 'SAME', feedback: 'AFTER_DUE' } as const
    const ofQuiz = await makeAssignment(
      store,
      teacher,
      { id: room.id, given: { ...dates, ...terms, quiz: quiz.value.link } },
      NOW,
    )
    if (!ofDeck.ok || !ofQuiz.ok) throw new Error('the scene could not be set')
    return {
      id: room.id,
      code: (await store.classrooms.find(room.id))?.joinCode ?? '',
      member: bystander.userId,
      assignment: ofDeck.value.id,
      quizAssignment: ofQuiz.value.id,
      slug: deck.value.slug,
      callers,
    }
  }

  it('is known here', () => {
    const named = [...doors.keys()].filter((door) => / \/api\/v1\/(classes|join)\b/.test(door))
    expect(named.filter((door) => !(door in DOORWAYS))).toEqual([])
  })

  describe.each(Object.entries(DOORWAYS))('%s', (name, doorway) => {
    it('opens to those whom it is for, and to nobody else is there anything', async () => {
      const door = doors.get(name)
      if (!door) throw new Error(`There is no door ${name}`)
      let scene = await newScene()
      for (const person of PEOPLE) {
        if (doorway.isOnce) scene = await newScene()
        const caller = scene.callers[person]
        requests++
        const { status } = await caller.send(door.handler, {
          method: door.method,
          path: door.path,
          params: (doorway.params ?? ofClass)(scene),
          body: doorway.body?.(scene, caller),
        })
        const isLet = doorway.for.includes(person)
        const got =
          status < 300 || ([403, 409].includes(status) && doorway.told?.includes(person)) ? 'let in' : status
        // A rule may stop guests and nobody before the room is asked.
        const refusals = person === 'nobody' ? [401, 404] : person === 'guest learner' ? [403, 404] : [404]
        if (doorway.isOpenSecret) refusals.push(403)
        if (isLet) expect({ person, got }).toEqual({ person, got: 'let in' })
        else
          expect({ person, isRefused: refusals.includes(status), status }).toMatchObject({ isRefused: true })
      }
    })
  })

  it('was asked by everybody', () => {
    expect(requests).toBe(PEOPLE.length * Object.keys(DOORWAYS).length)
    console.info(`${Object.keys(DOORWAYS).length} doors of classes, ${requests} requests`)
  })

  it('of two classes neither instructor reaches a thing of the other’s by naming it in their own', async () => {
    const [mine, theirs] = [await newScene(), await newScene()]
    const caller = mine.callers.instructor
    const mixed: [string, Record<string, string>, unknown?][] = [
      [
        'PATCH /api/v1/classes/[id]/members/[member]',
        { id: mine.id, member: theirs.member },
        { isInstructor: false },
      ],
      ['DELETE /api/v1/classes/[id]/members/[member]', { id: mine.id, member: theirs.member }],
      ['GET /api/v1/classes/[id]/learners/[learner]', { id: mine.id, learner: theirs.member }],
      [
        'PATCH /api/v1/classes/[id]/assignments/[assignment]',
        { id: mine.id, assignment: theirs.assignment },
        {},
      ],
      [
        'DELETE /api/v1/classes/[id]/assignments/[assignment]',
        { id: mine.id, assignment: theirs.assignment },
      ],
      ['POST /api/v1/classes/[id]/assignments', { id: mine.id }, { deck: theirs.slug }],
    ]
    for (const [name, params, body] of mixed) {
      const door = doors.get(name)
      if (!door) throw new Error(`There is no door ${name}`)
      const { method, path, handler } = door
      expect({ name, status: (await caller.send(handler, { method, path, params, body })).status }).toEqual({
        name,
        status: 404,
      })
    }
    const quiz = doors.get('GET /api/v1/classes/[id]/assignments/[assignment]/quiz')
    const params = { id: mine.id, assignment: theirs.quizAssignment }
    const answer = await mine.callers.learner.send(quiz!.handler, { method: 'GET', params })
    expect(answer.status).toBe(404)
  })

  it('says nothing of the code, the members or the figures to who learns there', async () => {
    const scene = await newScene()
    const door = doors.get('GET /api/v1/classes/[id]')
    const { body } = await scene.callers.learner.send<Record<string, unknown>>(door!.handler, {
      method: 'GET',
      params: { id: scene.id },
    })
    expect(body).toMatchObject({ joinCode: null, learners: null })
    expect(JSON.stringify(body)).not.toContain(scene.member)
  })
})
