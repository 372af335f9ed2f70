import path from 'node:path'
import { signUp } from '@/lib/account/sign-up'
import { barDeck } from '@/lib/administration/bar-deck'
import { changeDeck } from '@/lib/authoring/change-deck'
import { copyDeck } from '@/lib/authoring/copy-deck'
import { importer } from '@/lib/authoring/exchange/testing/import-house'
import { importDeck } from '@/lib/authoring/import-deck'
import { installHouseDecks } from '@/lib/authoring/install-house-decks'
import { acceptInvite } from '@/lib/authoring/members/accept-invite'
import { inviteMember } from '@/lib/authoring/members/invite-member'
import { reportCard } from '@/lib/authoring/reports/report-card'
import { joinClass } from '@/lib/classroom/join-class'
import { makeAssignment, type NewAssignment } from '@/lib/classroom/make-assignment'
import { makeClass } from '@/lib/classroom/make-class'
import { simulateLearner } from '@/lib/classroom/testing/simulate-class'
import type { Role, SignedIn } from '@/lib/core/access/actor'
import type { Result } from '@/lib/core/result'
import { makeQuiz } from '@/lib/practice/quiz/make-quiz'
import { EASY_GATES } from '@/lib/practice/quiz/testing/easy-gates'
import { applyMigrations } from '@/lib/store/migrate/apply-migrations'
import { databasePlace } from '@/lib/store/database-place'
import { openStoreAt } from '@/lib/store/store'
import { testId } from '@/lib/study/testing/seed-study'
import { PASSWORD, type PeopledHouse } from './peopled-house'

// node --import tsx e2e/pages/seed-people.ts DATA_DIR: a house in its third week, before its server is started. Prints
// where its things are.
const DAY = 86_400_000
const DAYS = 8
const now = Date.now()
const start = now - (DAYS + 1) * DAY

const [dataDir] = process.argv.slice(2)
Object.assign(process.env, { DATA_DIR: dataDir, LOG_LEVEL: 'warn' }) // where what is uploaded waits
const place = databasePlace({ dataDir })
await applyMigrations(place)
const store = await openStoreAt(place)
await installHouseDecks(store, path.resolve('prisma/decks'), start)

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

async function newAccount(name: string, email: string, role: Role): Promise<SignedIn> {
  const person = { name, email, password: PASSWORD, locale: 'en', timeZone: 'Europe/Berlin' } as const
  const made = valueOf(await signUp(store, { kind: 'nobody' }, { ...person, userAgent: '' }, start))
  await store.users.update(made.userId, { role })
  return { kind: 'user', userId: made.userId, role, guest: false, via: { sessionId: made.sessionId } }
}

const teacher = await newAccount('Lin Mei', 'teacher@example.org', 'ADMIN')
const colleague = await newAccount('Otto Brandt', 'colleague@example.org', 'INSTRUCTOR')
const learner = await newAccount('王小明', 'learner@example.org', 'LEARNER')
const others = [
  await newAccount('Clara von und zu Hohenstein-Langenberg', 'clara@example.org', 'LEARNER'),
  await newAccount('Eve', 'eve@example.org', 'LEARNER'),
]

const about = { name: 'Sequence models', description: 'Bring paper.\n周二下午三点。' }
const { id: classId } = valueOf(await makeClass(store, teacher, about, start))
const code = (await store.classrooms.find(classId))?.joinCode ?? ''
const quiz = valueOf(await makeQuiz(store, teacher, EASY_GATES, start))
const give = async (given: NewAssignment) =>
  valueOf(await makeAssignment(store, teacher, { id: classId, given }, start)).id
const dueAt = now + 2 * DAY
await give({ deck: 'gates-by-hand', startsAt: null, dueAt, examAt: now + 4 * DAY })
const terms = { attempts: 2, numbers: 'INDIVIDUAL', feedback: 'AFTER_DUE' } as const
const quizAssignment = await give({ quiz: quiz.link, startsAt: null, dueAt, ...terms })

const given = await store.decks.findBySlug('gates-by-hand')
const cardIds = (await store.studyCards.listIds([given?.id ?? ''])).get(given?.id ?? '') ?? []
for (const [n, person] of [learner, ...others].entries()) {
  valueOf(await joinClass(store, person, { code, address: '192.0.2.1' }, start))
  const studies = {
    cardIds,
    otherIds: cardIds.slice(-1),
    newPerDay: 4,
    days: DAYS,
    firstDayAt: start + DAY / 2,
  }
  if (n < 2) await simulateLearner(store, person, { ...studies, seed: n + 1 })
}

const fileOf = (key: string, question: string) =>
  `---\ndeck: ${key}\ntitle: { en: "${key}", zh: "${key}" }\n---\n## a\n### en\n${question}\n---\n$C_t$\n## b\n### zh\n什么是门？\n---\n$f_t$\n`
const bring = async (author: SignedIn, key: string, question: string) => {
  const file = { text: fileOf(key, question), images: [], locale: 'en' as const }
  return valueOf(await importDeck(store, author, file, start)).slug
}
const publish = async (author: SignedIn, slug: string) =>
  valueOf(await changeDeck(store, author, { slug, visibility: 'PUBLIC' }, start))
const own = await bring(teacher, 'attention', 'What does the forget gate multiply?')
await publish(teacher, own)
const original = await bring(colleague, 'originals', 'What is a gate?')
await publish(colleague, original)
const copy = valueOf(await copyDeck(store, teacher, { slug: original }, start)).slug
await bring(colleague, 'originals', 'What is a forget gate?')
const barred = await bring(colleague, 'barred', 'What is copied?')
await publish(colleague, barred)
const deckId = (await store.decks.findBySlug(barred))?.id ?? ''
valueOf(await barDeck(store, teacher, { deckId, reason: 'Copied from a book.' }, now))

const invite = async (role: 'EDITOR' | 'VIEWER') =>
  valueOf(await inviteMember(store, teacher, { slug: own, role, days: 7 }, now)).token
valueOf(await acceptInvite(store, colleague, { token: await invite('EDITOR') }, now))
const invitation = await invite('VIEWER')
const ownId = (await store.decks.findBySlug(own))?.id ?? ''
const [cardId] = (await store.studyCards.listIds([ownId])).get(ownId) ?? []
const report = { learner: learner.userId, cardId, noteRevision: 1, locale: 'en' as const }
const proposal = { front: 'What does the forget gate scale?', back: '$C_{t-1}$' }
valueOf(await reportCard(store, learner, { ...report, id: testId(now), text: 'It scales.', proposal }, now))
valueOf(await reportCard(store, learner, { ...report, id: testId(now), text: '少了一个下标。' }, now))
// One import that is looked at before it is brought, with a row that has no back, and one that was brought.
const desk = importer(store, { id: teacher.userId, actor: teacher, presetId: '', revisionId: '' }, now)
const table = (rows: string) => new TextEncoder().encode(`front,back\n${rows}`)
const looked = await desk.read(table('What is a gate?,$f_t$\n什么是状态？,$C_t$\nNo back,\n'), 'gates.csv')
const brought = await desk.apply(await desk.read(table('What is a cell?,A state and gates\n'), 'cells.csv'))
if (looked.status !== 'READY' || brought.status !== 'APPLIED')
  throw new Error(JSON.stringify([looked, brought]))
const [attempt] = await store.exerciseAttempts.listByUser(learner.userId)
await store.close()

const room = `/classes/${classId}`
const house: PeopledHouse = {
  visitor: [`/classes/join/${code}`, `/invited/${invitation}`, '/gallery'],
  learner: [
    '/classes',
    room,
    `${room}/quiz/${quizAssignment}`,
    '/today',
    '/reports',
    `/decks/${own}`,
    `/practice/attempts/${attempt.id}`,
    '/quiz',
    `/quiz/${quiz.link}`,
  ],
  teacher: [
    '/classes',
    room,
    `${room}/cards`,
    `${room}/assignments`,
    `${room}/settings`,
    `${room}/learners/${learner.userId}`,
    '/people',
    '/administration',
    '/administration/decks',
    '/administration/audit',
    `/decks/${own}/edit`,
    `/decks/${own}/from-notes`,
    `/decks/${own}/publish`,
    `/decks/${own}/history/1`,
    `/decks/${own}/sharing`,
    `/decks/${own}/reports`,
    `/decks/${copy}/upstream`,
    '/decks/import',
    `/decks/import/${looked.id}`,
    `/decks/import/${brought.id}`,
  ],
}
console.log(JSON.stringify(house))
