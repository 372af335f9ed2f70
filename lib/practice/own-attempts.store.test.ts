import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importDeck } from '@/lib/authoring/import-deck'
import { enrol } from '@/lib/authoring/enrol'
import { authoredExerciseId } from '@/lib/core/authored-exercises/authored-exercise'
import { GATE_TEMPLATE } from '@/lib/core/authored-exercises/exercise-templates'
import { poseShowing } from '@/lib/core/exercises/pose-showing'
import { writeDeckFile } from '@/lib/exchange/deck-file/write-deck-file'
import { databaseKinds } from '@/lib/store/database-place'
import type { NoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { NOON, seedLearner, testId, type TestLearner } from '@/lib/study/testing/seed-study'
import { listMastery } from './list-mastery'
import { recordAttempts } from './record-attempts'

describe.each(databaseKinds)('attempts at an author’s own exercise on %s', (kind) => {
  let house: TestStore
  let store: Store
  let author: TestLearner
  let learner: TestLearner
  let slug: string
  let note: NoteRow

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())

  const bring = async (exercise = GATE_TEMPLATE) => {
    const text = writeDeckFile({
      key: 'own',
      title: { en: 'Own' },
      description: {},
      notes: [{ key: 'gate', kind: 'EXERCISE', tags: [], fields: {}, exercise }],
    })
    const brought = await importDeck(store, author.actor, { text, images: [], locale: 'en' }, NOON)
    if (!brought.ok) throw new Error(JSON.stringify(brought))
    return brought.value
  }

  beforeEach(async () => {
    ;[author, learner] = [await seedLearner(store), await seedLearner(store)]
    ;({ slug } = await bring())
    const deck = await store.decks.findBySlug(slug)
    ;[note] = await store.notes.listByDeck(deck?.id ?? '')
    await store.decks.update(deck?.id ?? '', deck?.version ?? 0, { visibility: 'PUBLIC' }, NOON)
  })

  const attempt = (respond: (right: number[]) => string[], revision = 1, seed = 'showing') => {
    const { exercise, texts } = note.published ?? { exercise: null }
    const shown = poseShowing({ noteId: note.id, noteRevision: revision, exercise, texts }, seed)
    if (shown === null) throw new Error('not posed')
    const answers = shown.exercise.variant?.solution.answers ?? []
    return {
      id: testId(),
      context: 'REVIEW',
      exercise: authoredExerciseId(note.id),
      rung: 1,
      form: 'stepwise',
      generatorVersion: revision,
      seed,
      numbers: {},
      responses: Object.fromEntries(answers.map(({ name, right }) => [name, respond([...right])])),
      hints: 0,
      millis: 20_000,
      startedAt: NOON - 20_000,
      finishedAt: NOON,
    }
  }
  const send = async (attempts: unknown[], by = learner) => {
    const result = await recordAttempts(store, by.actor, { learner: by.id, sentAt: NOON, attempts }, NOON)
    if (!result.ok) throw new Error(result.code)
    return result.value.receipts
  }
  const right = (values: number[]) => values.map((value) => value.toFixed(3))

  it('are judged again from the note’s revision: numbers of the client’s own change nothing', async () => {
    await enrol(store, learner.actor, { slug }, NOON)
    const good = attempt(right)
    expect(await send([{ ...good, numbers: { a: 9 } }])).toMatchObject([
      { status: 'stored', outcome: 'right' },
    ])
    const kept = await store.exerciseAttempts.find(learner.id, good.id)
    expect(kept?.numbers).toMatchObject({ a: expect.any(Number) })
    expect(kept?.numbers).not.toMatchObject({ a: 9 })
    expect(await send([attempt(() => ['7'])])).toMatchObject([{ outcome: 'wrong' }])
  })

  it('count the author’s slip by its key', async () => {
    const slipped = attempt((values) => values.map((value) => (1 - value).toFixed(3)))
    expect(await send([slipped])).toMatchObject([{ outcome: 'slip' }])
    const kept = await store.exerciseAttempts.find(learner.id, slipped.id)
    expect(kept?.slips.f).toEqual(['flipped-a'])
  })

  it('raise the mastery of a skill that is called as its author calls it', async () => {
    await send([attempt(right), attempt(right, 1, 'other')])
    const report = await listMastery(store, learner.actor, undefined, NOON)
    expect(report.ok && report.value.own).toMatchObject([
      { skill: authoredExerciseId(note.id), attempts: 2, title: GATE_TEMPLATE.title, deck: { slug } },
    ])
    expect(report.ok && report.value.own[0].level).toBeGreaterThan(0.5)
  })

  it('stay judged by the revision that was shown, after the author has changed the exercise', async () => {
    const shown = attempt(right)
    const other = structuredClone(GATE_TEMPLATE)
    other.answers[0].formula = 'tanh(a)'
    other.answers[0].slips = []
    other.answers[1].slips = []
    other.tests = []
    await bring(other)
    expect(await send([shown])).toMatchObject([{ outcome: 'right' }])
    expect(await send([{ ...attempt(right, 2), seed: 'showing' }])).toMatchObject([{ outcome: 'wrong' }])
  })

  it('are refused for a note or a revision that is not there, or that is not for this learner to read', async () => {
    const good = attempt(right)
    const deck = await store.decks.findBySlug(slug)
    await store.decks.update(deck?.id ?? '', deck?.version ?? 0, { visibility: 'PRIVATE' }, NOON)
    const refused = [{ status: 'refused', code: 'unknown-exercise' }]
    expect(await send([good])).toMatchObject(refused)
    expect(await send([good], author)).toMatchObject([{ status: 'stored' }])
    expect(await send([{ ...attempt(right), generatorVersion: 7 }], author)).toMatchObject(refused)
    expect(
      await send([{ ...attempt(right), exercise: authoredExerciseId('nothing') }], author),
    ).toMatchObject(refused)
  })
})
