import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listExercises } from '@/lib/core/exercises/exercise-registry'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { NOON, seedLearner, testId, type TestLearner } from '@/lib/study/testing/seed-study'
import { getAttempt } from './get-attempt'
import { listMastery } from './list-mastery'
import { uuidOf } from './quiz/finish-run'
import { recordAttempts } from './record-attempts'
import { workExercise } from './testing/work-exercise'

const [first] = listExercises()

describe.each(databaseKinds)('worked exercises on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    anna = await seedLearner(store)
  })
  afterAll(() => house.remove())

  const send = async (attempts: unknown[], by = anna, learner = by.id) => {
    const result = await recordAttempts(store, by.actor, { learner, sentAt: NOON, attempts }, NOON)
    if (!result.ok) throw new Error(result.code)
    return result.value.receipts
  }

  it('judges every exercise of the ladder again, and takes right answers for right', async () => {
    const attempts = listExercises().map(({ id }) => workExercise(id, 'right'))
    for (const receipt of await send(attempts))
      expect(receipt).toMatchObject({ status: 'stored', outcome: 'right', score: 1 })
  })

  it('keeps an attempt once, however often it is sent', async () => {
    const attempt = workExercise(first.id, 'twice')
    const receipts = await Promise.all(Array.from({ length: 8 }, () => send([attempt])))
    expect(receipts.flat().filter(({ status }) => status === 'stored')).toHaveLength(1)
    expect(receipts.flat().filter(({ status }) => status === 'again')).toHaveLength(7)
  })

  it('believes no numbers that the client brings: they are drawn again from the seed', async () => {
    const attempt = workExercise(first.id, 'honest')
    await send([{ ...attempt, numbers: { ...attempt.numbers, x: [[0]] } }])
    expect((await store.exerciseAttempts.find(anna.id, attempt.id))?.numbers).toEqual(attempt.numbers)
  })

  it('names the slip of a learner who leaves out the activation', async () => {
    const attempt = workExercise('lstm-f', 'slip', (exercise) =>
      Object.fromEntries(
        exercise.tasks.map((task) => [
          task.id,
          task.kind === 'values'
            ? Array.from(exercise.sheet?.trace.steps[task.step].a_f ?? [], (value) => value.toFixed(3))
            : [],
        ]),
      ),
    )
    expect(await send([attempt])).toMatchObject([{ outcome: 'slip' }])
    const kept = await store.exerciseAttempts.find(anna.id, attempt.id)
    expect(Object.values(kept?.slips ?? {}).flat()).toContain('no_activation')
  })

  it('refuses what is unfinished, unknown or no attempt, and keeps the rest of the batch', async () => {
    const good = workExercise(first.id, 'good')
    const receipts = await send([
      workExercise(first.id, 'empty', () => ({})),
      { ...workExercise(first.id, 'other'), exercise: 'nothing-like-it' },
      { nonsense: true },
      good,
    ])
    expect(receipts.map((receipt) => (receipt.status === 'refused' ? receipt.code : receipt.status))).toEqual(
      ['unfinished', 'unknown-exercise', 'bad-attempt', 'stored'],
    )
  })

  it('keeps what was given up, wrong, with the slips of what was answered until then', async () => {
    const attempt = workExercise(
      'lstm-step',
      'given up',
      (exercise) => {
        const [first] = exercise.tasks
        if (first.kind !== 'values') throw new Error('another exercise is meant')
        const before = exercise.sheet?.trace.steps[first.step][`a_${first.quantity}`] ?? []
        return { [first.id]: Array.from(before, (value) => value.toFixed(3)) }
      },
      { gaveUp: true },
    )
    expect(Object.keys(attempt.responses)).toHaveLength(1)
    expect(await send([attempt])).toMatchObject([{ status: 'stored', outcome: 'wrong', score: 0 }])
    const kept = await store.exerciseAttempts.find(anna.id, attempt.id)
    expect(Object.values(kept?.slips ?? {}).flat()).toContain('no_activation')

    const nothing = workExercise(first.id, 'nothing', () => ({}), { gaveUp: true })
    expect(await send([nothing])).toMatchObject([{ status: 'stored', outcome: 'wrong', score: 0 }])
  })

  it('writes no attempt of a quiz, nor one in its place: that is the quiz’ own', async () => {
    const [question, runId] = [workExercise(first.id, 'quiz'), testId()]
    const forged = [
      { ...question, context: 'QUIZ', quizRunId: runId },
      { ...question, id: uuidOf(`${runId} q1`) },
    ]
    for (const receipt of await send(forged))
      expect(receipt).toMatchObject({ status: 'refused', code: 'bad-attempt' })
    expect(await send([{ ...question, quizRunId: runId }])).toMatchObject([{ status: 'stored' }])
    expect(await store.exerciseAttempts.listOfQuizRun(anna.id, runId)).toEqual([])
  })

  it('poses an attempt of an older generator from its kept numbers', async () => {
    const attempt = { ...workExercise(first.id, 'older'), generatorVersion: 999 }
    expect(await send([attempt])).toMatchObject([{ status: 'stored', outcome: 'right' }])
    const broken = { ...workExercise(first.id, 'broken'), generatorVersion: 999, numbers: { x: 'nothing' } }
    expect(await send([broken])).toMatchObject([{ status: 'refused' }])
  })

  it('shows a learner their own past attempt, and nobody else’s', async () => {
    const attempt = workExercise('lstm-C', 'past')
    await send([attempt])
    expect(await getAttempt(store, anna.actor, attempt)).toMatchObject({
      ok: true,
      value: { attempt: { numbers: attempt.numbers, responses: attempt.responses }, isThere: true },
    })
    const ben = await seedLearner(store)
    expect(await getAttempt(store, ben.actor, attempt)).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('takes no other learner’s attempts', async () => {
    const ben = await seedLearner(store)
    await expect(send([workExercise(first.id, 'mine')], ben, anna.id)).rejects.toThrow('wrong-learner')
  })

  it('reports mastery from them, and what to practise next', async () => {
    const cara = await seedLearner(store)
    await send(
      [1, 2, 3].map((n) => workExercise(first.id, `m${n}`, undefined, { finishedAt: NOON + n })),
      cara,
    )
    const report = await listMastery(store, cara.actor, undefined, NOON)
    expect(report).toMatchObject({ ok: true, value: { next: listExercises()[1].id } })
    if (report.ok) expect(report.value.skills[0]).toMatchObject({ skill: first.id, attempts: 3 })
  })
})
