import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '@/lib/core/access/actor'
import { keptExercise } from '@/lib/core/exercises/make-exercise'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import type { QuizAnswers, QuizDefinition, QuizQuestion } from '@/lib/core/quiz/quiz'
import { choiceLetter } from '@/lib/core/quiz/quiz'
import type { Result } from '@/lib/core/result'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { BERLIN, enrol, NOON, seedLearner, testId, type TestLearner } from '@/lib/study/testing/seed-study'
import { recordAttempts } from '../record-attempts'
import { rightResponses, workExercise } from '../testing/work-exercise'
import { bringForward } from './bring-forward'
import { finishRun } from './finish-run'
import { getQuiz } from './get-quiz'
import { getRun } from './get-run'
import { listRuns } from './list-runs'
import { makeQuiz } from './make-quiz'
import { saveAnswers } from './save-answers'
import { seedConcepts, type SeededConcepts } from './testing/seed-concepts'

const CHOICES = {
  title: '',
  cells: ['lstm' as const],
  skills: ['gates', 'concepts'] as ('gates' | 'concepts')[],
  count: 12,
  difficulty: 'easy' as const,
  minutes: null as number | null,
  isWorstFirst: false,
}

const MINUTE = 60_000

describe.each(databaseKinds)('a quiz on %s', (kind) => {
  let house: TestStore
  let store: Store
  let deck: SeededConcepts
  let anna: TestLearner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    deck = await seedConcepts(store)
    anna = await seedStudent()
  })
  afterAll(() => house.remove())

  async function seedStudent(of = deck): Promise<TestLearner> {
    const learner = await seedLearner(store)
    await enrol(store, learner, { id: of.id, cardIds: [], noteIds: [] })
    return learner
  }

  async function make(actor: SignedIn = anna.actor, more: Partial<typeof CHOICES> = {}) {
    const { link } = valueOf(await makeQuiz(store, actor, { ...CHOICES, ...more }, NOON))
    const quiz = await store.quizzes.findByLink(link)
    if (quiz === null) throw new Error('not kept')
    return { link, definition: quiz.definition }
  }

  const save = (learner: TestLearner, id: string, quiz: string, answers: QuizAnswers, at = NOON) =>
    saveAnswers(
      store,
      learner.actor,
      { id, sent: { learner: learner.id, quiz, sentAt: at, answers }, locale: 'en' },
      at,
    )

  const finish = (learner: TestLearner, id: string, at = NOON) =>
    finishRun(store, learner.actor, { id, locale: 'en' }, at)

  it('asks exercises and cards, and says of none what is right', async () => {
    const { link, definition } = await make()
    const view = valueOf(await getQuiz(store, anna.actor, { link }, NOON))
    expect(view.questions.map(({ id }) => id)).toEqual(definition.questions.map(({ id }) => id))
    const modes = view.questions.map((question) =>
      question.kind === 'computed' ? 'computed' : question.mode,
    )
    expect(modes).toEqual(expect.arrayContaining(['computed', 'choice']))
    expect(modes).toHaveLength(12)
    const told = JSON.stringify(view.questions.filter((question) => question.kind === 'concept'))
    for (const secret of ['"right"', 'sigmoid', 'tanh', ...deck.concepts.map(({ noteId }) => noteId)])
      expect(told).not.toContain(secret)
  })

  it('asks first what was missed or given up, then what was never tried, and last what was right', async () => {
    const cara = await seedStudent()
    const attempts = [
      workExercise('lstm-o', 'missed', () => ({}), { gaveUp: true }),
      workExercise('lstm-f', 'slip', ({ tasks }) => Object.fromEntries(tasks.map(({ id }) => [id, ['77']]))),
      workExercise('lstm-C', 'right'),
      workExercise('lstm-h', 'right'),
    ]
    valueOf(await recordAttempts(store, cara.actor, { learner: cara.id, sentAt: NOON, attempts }, NOON))
    const worst: Partial<typeof CHOICES> = { skills: ['gates'], isWorstFirst: true }
    const askedBy = async (count: number) => {
      const { definition } = await make(cara.actor, { ...worst, count })
      return definition.questions.map((question) => question.kind === 'computed' && question.exercise).sort()
    }
    expect(await askedBy(2)).toEqual(['lstm-f', 'lstm-o'])
    expect(await askedBy(4)).toEqual(['lstm-candidate', 'lstm-f', 'lstm-i', 'lstm-o'])
  })

  it('judges right answers of every kind right, and keeps each exercise as an attempt', async () => {
    const { link, definition } = await make()
    const id = testId()
    valueOf(await save(anna, id, link, await answersTo(definition, 'right')))
    const { result } = valueOf(await finish(anna, id))
    expect(result).toMatchObject({
      asked: definition.questions.length,
      right: definition.questions.length,
      score: 1,
    })
    const computed = definition.questions.filter((question) => question.kind === 'computed')
    const attempts = await store.exerciseAttempts.listOfQuizRun(anna.id, id)
    expect(attempts.map(({ outcome, context }) => [outcome, context])).toEqual(
      computed.map(() => ['right', 'QUIZ']),
    )
  })

  it('finds every wrong answer, names the slip, and tells what was right only then', async () => {
    const { link, definition } = await make()
    const id = testId()
    const before = valueOf(await save(anna, id, link, await answersTo(definition, 'wrong')))
    expect(before.revealed).toEqual([])
    const after = valueOf(await finish(anna, id))
    expect(after.result).toMatchObject({ right: 0 })
    const concepts = definition.questions.filter((question) => question.kind === 'concept')
    expect(after.revealed.map(({ question }) => question)).toEqual(concepts.map(({ id }) => id))
    const slips = await store.exerciseAttempts.listOfQuizRun(anna.id, id)
    expect(slips.some(({ outcome }) => outcome === 'slip')).toBe(true)
  })

  it('takes an answer once however often it is sent, the later of two, and nothing after the end', async () => {
    const { link, definition } = await make()
    const id = testId()
    const [{ id: q }] = definition.questions
    const answer = (at: number, text: string): QuizAnswers => ({ [q]: { at, millis: 10, text } })
    await Promise.all([1, 2, 3, 4].map(() => save(anna, id, link, answer(NOON - 20, 'b'))))
    await save(anna, id, link, answer(NOON - 30, 'older'))
    expect(valueOf(await getRun(store, anna.actor, { id, locale: 'en' }, NOON)).answers[q]).toMatchObject({
      text: 'b',
    })
    const finished = valueOf(await finish(anna, id))
    const again = valueOf(await finish(anna, id, NOON + MINUTE))
    expect(again).toEqual(finished)
    const late = valueOf(await save(anna, id, link, answer(NOON, 'late'), NOON + MINUTE))
    expect(late.answers).toEqual(finished.answers)
  })

  it('takes no answer from after the time was up, whatever the browser’s clock says', async () => {
    const { link, definition } = await make(anna.actor, { minutes: 5 })
    const id = testId()
    const [first, second] = definition.questions
    expect(valueOf(await save(anna, id, link, {})).endsAt).toBe(NOON + 5 * MINUTE)
    const now = NOON + 8 * MINUTE
    const answers = {
      [first.id]: { at: NOON + 4 * MINUTE, millis: 1, text: 'in time' },
      [second.id]: { at: NOON + 7 * MINUTE, millis: 1, text: 'too late' },
    }
    expect(Object.keys(valueOf(await save(anna, id, link, answers, now)).answers)).toEqual([first.id])
    // The same two from a browser whose clock is an hour slow.
    const slow = Object.fromEntries(
      Object.entries(answers).map(([q, answer]) => [q, { ...answer, at: answer.at - 60 * MINUTE }]),
    )
    const sent = { learner: anna.id, quiz: link, sentAt: now - 60 * MINUTE, answers: slow }
    const view = valueOf(await saveAnswers(store, anna.actor, { id: testId(), sent, locale: 'en' }, now))
    expect(view.startedAt).toBe(now)
  })

  it('is the same for a friend, within what the friend may read', async () => {
    const hidden = await seedConcepts(store, 'PRIVATE')
    const author = await seedStudent(hidden)
    const { link, definition } = await make(author.actor)
    const friend = await seedLearner(store)
    const own = valueOf(await getQuiz(store, author.actor, { link }, NOON))
    const seen = valueOf(await getQuiz(store, friend.actor, { link }, NOON))
    const computed = definition.questions.filter((question) => question.kind === 'computed')
    expect(own).toMatchObject({ withheld: 0, isOwn: true })
    expect(seen.questions).toEqual(computed)
    expect(seen).toMatchObject({ withheld: definition.questions.length - computed.length, isOwn: false })
    expect(JSON.stringify(seen)).not.toContain('Part')

    const open = await make()
    const [mine, theirs] = await Promise.all(
      [anna.actor, friend.actor].map((actor) => getQuiz(store, actor, { link: open.link }, NOON)),
    )
    expect(valueOf(theirs).questions).toEqual(valueOf(mine).questions)
  })

  it('keeps asking the revision that it fixed', async () => {
    const corrected = await seedConcepts(store)
    const reader = await seedStudent(corrected)
    const { link } = await make(reader.actor)
    const before = valueOf(await getQuiz(store, reader.actor, { link }, NOON)).questions
    for (const note of await store.notes.listByDeck(corrected.id)) {
      if (note.published === null) continue
      const published = {
        ...note.published,
        cards: [{ ord: 0, sides: { en: { front: 'New', back: 'New' } } }],
      }
      await store.notes.update(note.id, { published, revision: 2 })
    }
    expect(valueOf(await getQuiz(store, reader.actor, { link }, NOON)).questions).toEqual(before)
  })

  it('brings what was missed into tomorrow’s review, once', async () => {
    const ben = await seedStudent()
    const { link, definition } = await make(ben.actor)
    const id = testId()
    await save(ben, id, link, await answersTo(definition, 'wrong'))
    const early = await bringForward(store, ben.actor, { id, calendar: BERLIN }, NOON)
    expect(early).toMatchObject({ ok: false, code: 'conflict' })
    await finish(ben, id)

    const tomorrow = studyDayAt(NOON, BERLIN) + 1
    const expected = definition.questions.flatMap((question) =>
      question.kind === 'concept' ? [question.cardId] : [],
    )
    if (
      definition.questions.some((question) => question.kind === 'computed' && question.exercise === 'lstm-f')
    )
      expected.push(...deck.concepts.flatMap(({ kind, cardId }) => (kind === 'EXERCISE' ? [cardId] : [])))
    const answer = { brought: expected.length, day: tomorrow }
    expect(valueOf(await bringForward(store, ben.actor, { id, calendar: BERLIN }, NOON))).toEqual(answer)
    expect(valueOf(await bringForward(store, ben.actor, { id, calendar: BERLIN }, NOON + 5))).toEqual(answer)

    const memories = await store.memories.listByUser(ben.id)
    expect(memories.map(({ cardId }) => cardId).sort()).toEqual(expected.sort())
    for (const memory of memories) expect(memory).toMatchObject({ state: 'NEW', dueDay: tomorrow })
    expect(await store.studyEvents.countByUser(ben.id)).toBe(expected.length)
  })

  it('is listed with what it came to, the latest first', async () => {
    const cara = await seedStudent()
    const { link, definition } = await make(cara.actor)
    const [first, second] = [testId(), testId()]
    await save(cara, first, link, await answersTo(definition, 'right'))
    await finish(cara, first)
    await save(cara, second, link, {}, NOON + MINUTE)
    expect(valueOf(await listRuns(store, cara.actor, undefined, NOON)).runs).toMatchObject([
      { id: second, link, finishedAt: null, score: null },
      { id: first, link, finishedAt: NOON, score: { score: 1 } },
    ])
  })

  it('is nobody else’s: runs are not found, and another’s answers are refused', async () => {
    const { link } = await make()
    const id = testId()
    await save(anna, id, link, {})
    const dora = await seedStudent()
    expect(await getRun(store, dora.actor, { id, locale: 'en' }, NOON)).toMatchObject({ code: 'not-found' })
    expect(await finish(dora, id)).toMatchObject({ code: 'not-found' })
    const sent = { learner: anna.id, quiz: link, sentAt: NOON, answers: {} }
    expect(await saveAnswers(store, dora.actor, { id, sent, locale: 'en' }, NOON)).toMatchObject({
      code: 'wrong-learner',
    })
  })

  it('says so where there is nothing to ask', async () => {
    const nobody = await seedLearner(store)
    const none = { ...CHOICES, skills: ['concepts' as const] }
    expect(await makeQuiz(store, nobody.actor, none, NOON)).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('stays with who took it when its maker leaves; what nobody else took goes', async () => {
    const maker = await seedStudent()
    const [shared, unshared] = [await make(maker.actor), await make(maker.actor)]
    const id = testId()
    await save(anna, id, shared.link, {})
    await save(maker, testId(), unshared.link, {})
    await store.quizzes.forgetOwner(maker.id)
    expect(await store.quizzes.findByLink(shared.link)).toMatchObject({ ownerId: null })
    expect(await store.quizzes.findByLink(unshared.link)).toBeNull()
    expect(await store.quizRuns.find(anna.id, id)).not.toBeNull()
  })

  it('goes along when a guest becomes somebody', async () => {
    const [guest, account] = [await seedStudent(), await seedStudent()]
    const { link } = await make(guest.actor)
    const [own, doubled] = [testId(), testId()]
    await save(guest, own, link, {})
    await save(guest, doubled, link, {})
    await save(account, doubled, link, {})
    await store.quizzes.moveAll(guest.id, account.id)
    await store.quizRuns.moveAll(guest.id, account.id)
    expect((await store.quizRuns.listByUser(account.id)).map(({ id }) => id).sort()).toEqual(
      [own, doubled].sort(),
    )
    expect(await store.quizzes.listByOwner(account.id)).toHaveLength(1)
  })

  async function answersTo({ questions }: QuizDefinition, how: 'right' | 'wrong'): Promise<QuizAnswers> {
    return Object.fromEntries(
      questions.map((question) => [question.id, { at: NOON - 1, millis: 1_000, ...answer(question, how) }]),
    )
  }
})

function answer(question: QuizQuestion, how: 'right' | 'wrong') {
  if (question.kind === 'computed') {
    const exercise = keptExercise(
      getExercise(question.exercise),
      question.rung,
      question.seed,
      question.numbers,
    )
    if (how === 'right') return { responses: rightResponses(exercise) }
    // The commonest slip: the activation is left out. Where there is none, the answer is far off.
    const entries = exercise.tasks.map((task) => {
      if (task.kind !== 'values') return [task.id, []]
      const before: Float64Array | number[] | undefined =
        exercise.sheet?.trace.steps[task.step][`a_${task.quantity.replace('~', '')}`]
      return [task.id, Array.from({ length: task.size }, (_, k) => (before ? before[k].toFixed(3) : '9'))]
    })
    return { responses: Object.fromEntries(entries) }
  }
  if (question.mode === 'choice') {
    return { text: choiceLetter(how === 'right' ? question.right : (question.right + 1) % 4) }
  }
  if (how === 'wrong') return { text: 'relu' }
  return { text: question.mode === 'typed' ? 'Sigmoid' : 'o_t * tanh(C_t)' }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.code)
  return result.value
}
