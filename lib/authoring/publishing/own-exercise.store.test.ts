import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormulaExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { DOT_TEMPLATE } from '@/lib/core/authored-exercises/exercise-templates'
import { showingSeed } from '@/lib/core/exercises/exercise-card'
import { gradeTask } from '@/lib/core/exercises/grade-attempt'
import { poseShowing } from '@/lib/core/exercises/pose-showing'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { exportDeck } from '../export-deck'
import { importDeck } from '../import-deck'
import { seatLearner } from './testing/desk-learner'
import { must, openWritingDesk } from './testing/writing-desk'

const NOW = Date.UTC(2026, 10, 27, 12)

const changed = (change: (copy: FormulaExercise) => void) => {
  const copy = structuredClone(DOT_TEMPLATE)
  change(copy)
  return copy
}

describe.each(databaseKinds)('publishing an exercise of one’s own on %s', (kind) => {
  let house: TestStore
  let store: Store
  let author: TestLearner
  const clock = { now: NOW }

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    author = await seedLearner(store)
  })
  afterAll(() => house.remove())

  it('is refused while something of it is wrong, each thing at its place, and the draft is kept', async () => {
    const desk = await openWritingDesk(store, author.actor, clock)
    const exercise = changed((e) => {
      e.answers[0].formula = 'dot(w, y) + b'
      e.answers[0].slips[1].message = { zh: '先乘再加' }
    })
    const note = await desk.add('sum', { kind: 'EXERCISE', exercise })
    expect(note.exercise).toEqual(exercise)
    const refused = await desk.tryPublish()
    expect(refused).toMatchObject({ ok: false, code: 'invalid', detail: { reason: 'notes-unfinished' } })
    const problems = note.problems.map(({ code, at, locale }) => [code, at, locale])
    expect(problems).toContainEqual(['exercise', 'answers.0.formula', undefined])
    expect(problems).toContainEqual(['exercise', 'answers.0.slips.1.message', 'en'])

    await desk.edit('sum', { exercise: changed((e) => (e.tests[0].typed = ['9'])) })
    expect(await desk.tryPublish()).toMatchObject({ ok: false, detail: { reason: 'notes-unfinished' } })
    await desk.edit('sum', { exercise: DOT_TEMPLATE })
    expect(await desk.tryPublish()).toMatchObject({ ok: true, value: { version: 1, counts: { added: 1 } } })
  })

  it('brings it to learners with all that a browser needs without a network', async () => {
    const desk = await openWritingDesk(store, author.actor, clock)
    await desk.add('sum', { kind: 'EXERCISE', exercise: DOT_TEMPLATE })
    await desk.publish()
    const deck = await store.decks.findBySlug(desk.slug)
    const learner = await seatLearner(store, deck?.id ?? '', clock)
    const pack = await learner.fetchPack()
    expect(await learner.due()).toHaveLength(1)
    // What IndexedDB would give back after a night without a network.
    const [card] = structuredClone(pack.cards)
    const shown = poseShowing(card, showingSeed(learner.id, card.id, null))
    const [answer] = shown?.exercise.variant?.solution.answers ?? []
    expect(shown?.exercise.html?.question.zh).toContain('偏置')
    if (shown === null) throw new Error('not posed')
    const typed = (answer.slips[0].values ?? []).map((value) => value.toFixed(3))
    const { message, explanations } = gradeTask(shown.exercise, answer.name, { [answer.name]: typed })
    expect(message.zh).toBe('漏加偏置')
    expect(explanations[0].html?.en).toContain('added at the end')
    expect(Object.keys(card.formulas ?? {})).toEqual(expect.arrayContaining(['w', 'x', 'b', 'a_{i}']))
  })

  it('is in the deck’s file, which makes the same deck again', async () => {
    const desk = await openWritingDesk(store, author.actor, clock)
    await desk.add('sum', { kind: 'EXERCISE', exercise: DOT_TEMPLATE })
    await desk.publish()
    const { text } = must(await exportDeck(store, author.actor, { slug: desk.slug }))
    const other = await seedLearner(store)
    const again = must(await importDeck(store, other.actor, { text, images: [], locale: 'en' }, NOW))
    const deck = await store.decks.findBySlug(again.slug)
    const [note] = await store.notes.listByDeck(deck?.id ?? '')
    expect(note.published?.exercise).toEqual(DOT_TEMPLATE)
  })
})
