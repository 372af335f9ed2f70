'use client'

import type { Exercise } from '@/lib/core/exercises/exercise'
import { gradeAttempt, type AttemptForm, type Responses } from '@/lib/core/exercises/grade-attempt'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { useFormulas } from '../_lab/use-formulas'
import { exerciseText } from '../_text/exercise'
import { GivenAnswer } from './given-answer'
import { ExerciseQuestion } from './exercise-question'
import { TaskVerdictLine } from './task-verdict'
import { WorkedSolution } from './worked-solution'

type ReviewedExerciseProps = {
  exercise: Exercise
  form: AttemptForm
  responses: Responses
  /** False where what stands above it says so already. */
  saysEmpty?: boolean
}

/** A variant after its end: the question, what was answered, what became of it, and the working. */
export function ReviewedExercise({ exercise, form, responses, saysEmpty = true }: ReviewedExerciseProps) {
  const text = useText(exerciseText)
  const formulas = useFormulas({}, texOfExercise(exercise))
  const tasks = gradeAttempt(exercise, form, responses).tasks.filter(({ verdict }) => verdict !== 'empty')
  return (
    <div className="grid gap-4">
      <ExerciseQuestion exercise={exercise} formulas={formulas} />
      {saysEmpty && tasks.length === 0 ? <p className="text-soft">{text.notAnswered}</p> : null}
      {tasks.map((verdict) => (
        <div key={verdict.task} className="grid gap-1">
          <p className="text-soft text-sm">{text.youAnswered}</p>
          <p>
            <GivenAnswer
              exercise={exercise}
              taskId={verdict.task}
              response={responses[verdict.task] ?? []}
              formulas={formulas}
            />
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
