import { expect, it } from 'vitest'
import { gradeTask } from '../grade-attempt'
import { keptExercise } from '../make-exercise'
import { gateOrder } from './gate-order'

it('lists all its variants, each different and answered by its own order alone', () => {
  const counts = gateOrder.rungs.map((_, index) => {
    const rung = index + 1
    const variants = gateOrder.listVariants?.(rung) ?? []
    expect(new Set(variants.map((given) => JSON.stringify(given))).size).toBe(variants.length)
    for (const given of variants) {
      const exercise = keptExercise(gateOrder, rung, '', given)
      const [task] = exercise.tasks
      if (task.kind !== 'order') throw new Error('not an order')
      const shownFirst = task.items.map(({ id }) => id)
      expect(gradeTask(exercise, task.id, { [task.id]: task.right }).verdict).toBe('correct')
      expect(['slip', 'unknown']).toContain(gradeTask(exercise, task.id, { [task.id]: shownFirst }).verdict)
      for (const { order, id } of task.knownWrong) {
        expect(gradeTask(exercise, task.id, { [task.id]: order }).slips).toEqual([id])
      }
    }
    return variants.length
  })
  expect(counts).toEqual([10, 84])
})
