'use client'

import { useMemo } from 'react'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { askedTasks } from '@/lib/core/exercises/grade-attempt'
import { keptExercise } from '@/lib/core/exercises/make-exercise'
import { saysAlready } from '@/lib/core/exercises/says-already'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import type { ComputedQuestion as Question, QuizAnswer } from '@/lib/core/quiz/quiz'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { ExerciseQuestion } from '../_exercise/exercise-question'
import { TaskField } from '../_exercise/task-field'
import { Words } from '../_exercise/words'
import { useFormulas } from '../_lab/use-formulas'
import { exerciseText } from '../_text/exercise'

type ComputedQuestionProps = {
  question: Question
  answer: QuizAnswer | undefined
  formulas: Record<string, string>
  onAnswer: (answer: Pick<QuizAnswer, 'responses'>) => void
}

/** An exercise with its boxes, without verdicts and hints: those come with the result. */
export function ComputedQuestion({ question, answer, formulas: ahead, onAnswer }: ComputedQuestionProps) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const exercise = useMemo(
    () => keptExercise(getExercise(question.exercise), question.rung, question.seed, question.numbers),
    [question],
  )
  const formulas = useFormulas(ahead, texOfExercise(exercise))
  const tasks = askedTasks(exercise, question.form)
  const responses = answer?.responses ?? {}
  return (
    <div className="grid gap-6">
      <ExerciseQuestion exercise={exercise} formulas={formulas} />
      {tasks.map((task, index) => (
        <div key={task.id} className="border-hairline grid gap-3 border-t pt-4">
          {tasks.length > 1 ? (
            <p className="text-soft text-sm">{text.step(index + 1, tasks.length)}</p>
          ) : null}
          {tasks.length === 1 && saysAlready(exercise.prompt, task.prompt) ? null : (
            <p>
              <Words text={task.prompt[locale]} />
            </p>
          )}
          <TaskField
            task={task}
            response={(responses[task.id] ?? []).map(String)}
            formulas={formulas}
            wrong={[]}
            onType={(response) => onAnswer({ responses: { ...responses, [task.id]: response } })}
          />
        </div>
      ))}
      {tasks.some(({ kind }) => kind === 'values') ? (
        <p className="text-soft text-sm">{text.within}</p>
      ) : null}
    </div>
  )
}
