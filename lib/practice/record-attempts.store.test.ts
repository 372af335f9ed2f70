import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listExercises } from '@/lib/core/exercises/exercise-registry'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { NOON, seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { getAttempt } from './get-attempt'
import { listMastery } from './list-mastery'
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

  it('counts an empty box of a quiz as a wrong answer', async () => {
    const attempt = workExercise(first.id, 'quiz', () => ({}), { context: 'QUIZ' })
    expect(await send([attempt])).toMatchObject([{ status: 'stored', outcome: 'wrong', score: 0 }])
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
