import type { Exercise } from '@/lib/core/exercises/exercise'
import type { Response } from '@/lib/core/exercises/grade-attempt'
import { Formula } from '../_lab/formula'
import { labelOf, Labels } from './labels'

type GivenAnswerProps = {
  exercise: Exercise
  taskId: string
  response: Response
  formulas: Record<string, string>
}

/** What a learner answered to one task, as it read on screen: numbers as typed, choices and orders by their labels. */
export function GivenAnswer({ exercise, taskId, response, formulas }: GivenAnswerProps) {
  const task = exercise.tasks.find(({ id }) => id === taskId)
  if (task?.kind !== 'values' && task?.kind !== 'numbers') {
    return <Labels of={response.map((id) => labelOf(exercise, taskId, String(id)))} formulas={formulas} />
  }
  const numbers = response.map((box) => String(box).trim().replace(/^-/, '−') || '–')
  return (
    <>
      <Formula tex={task.tex} formulas={formulas} /> ={' '}
      <span className="font-serif text-lg">
        {numbers.length === 1 ? numbers[0] : `(${numbers.join(', ')})`}
      </span>
    </>
  )
}
