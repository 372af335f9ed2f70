'use client'

import type { Exercise } from '@/lib/core/exercises/exercise'
import { gradeAttempt, type AttemptForm, type Responses } from '@/lib/core/exercises/grade-attempt'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { useFormulas } from '../_lab/use-formulas'
import { exerciseText } from '../_text/exercise'
import { answerInWords } from './answer-in-words'
import { ExerciseQuestion } from './exercise-question'
import { TaskVerdictLine } from './task-verdict'
import { WorkedSolution } from './worked-solution'

/** A variant after its end: the question, what was answered, what became of it, and the working. */
export function ReviewedExercise({
  exercise,
  form,
  responses,
}: {
  exercise: Exercise
  form: AttemptForm
  responses: Responses
}) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const formulas = useFormulas({}, texOfExercise(exercise))
  const tasks = gradeAttempt(exercise, form, responses).tasks.filter(({ verdict }) => verdict !== 'empty')
  return (
    <div className="grid gap-4">
      <ExerciseQuestion exercise={exercise} formulas={formulas} />
      {tasks.length === 0 ? <p className="text-soft">{text.notAnswered}</p> : null}
      {tasks.map((verdict) => (
        <div key={verdict.task} className="grid gap-1">
          <p className="text-soft text-sm">
            {text.youAnswered}: {answerInWords(exercise, verdict.task, responses[verdict.task] ?? [], locale)}
          </p>
          <TaskVerdictLine verdict={verdict} />
        </div>
      ))}
      <details>
        <summary className="text-accent inline-block cursor-pointer py-2.5">{text.solution}</summary>
        <div className="pt-3">
          <WorkedSolution exercise={exercise} />
        </div>
      </details>
    </div>
  )
}
