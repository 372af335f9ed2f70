import { describe, expect, it } from 'vitest'
import { exerciseOfShowing, findExerciseCard, showingSeed } from './exercise-card'
import { proposeGrade } from './propose-grade'

describe('an exercise card', () => {
  it('keeps its numbers at a reload and changes them at the next review', () => {
    const card = findExerciseCard({ id: 'lstm-f', parameters: { rung: 2, form: 'hard' } })
    if (card === null) throw new Error('not read')
    expect(card).toEqual({ id: 'lstm-f', rung: 2, form: 'hard' })
    const first = exerciseOfShowing(card, showingSeed('learner', 'card', null))
    expect(exerciseOfShowing(card, showingSeed('learner', 'card', null)).numbers).toEqual(first.numbers)
    for (const seed of [
      showingSeed('learner', 'card', 'event'),
      showingSeed('other', 'card', null),
      showingSeed('learner', 'other', null),
    ]) {
      expect(exerciseOfShowing(card, seed).numbers).not.toEqual(first.numbers)
    }
  })

  it.each([
    [{ id: 'lstm-f' }, { id: 'lstm-f', rung: 1, form: 'stepwise' }],
    [
      { id: 'lstm-f', parameters: {} },
      { id: 'lstm-f', rung: 1, form: 'stepwise' },
    ],
    [{ id: 'lstm-q' }, null],
    [{ id: 'lstm-f', parameters: { rung: 3 } }, null],
    [{ id: 'lstm-f', parameters: { rung: 0.5 } }, null],
    [{ id: 'lstm-f', parameters: { form: 'easy' } }, null],
    [{ id: 'lstm-f', parameters: { rungs: 1 } }, null],
    ['lstm-f', null],
    [null, null],
  ])('reads %j', (stored, card) => {
    expect(findExerciseCard(stored)).toEqual(card)
  })

  it('proposes a grade that a hint lowers and a mistake fails', () => {
    expect(proposeGrade('right', 0, 20_000, 60)).toBe(4)
    expect(proposeGrade('right', 0, 50_000, 60)).toBe(3)
    expect(proposeGrade('right', 1, 20_000, 60)).toBe(2)
    expect(proposeGrade('coarse', 0, 20_000, 60)).toBe(2)
    expect(proposeGrade('slip', 0, 20_000, 60)).toBe(1)
    expect(proposeGrade('wrong', 0, 20_000, 60)).toBe(1)
  })
})
