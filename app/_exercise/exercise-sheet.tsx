'use client'

import type { FormEvent } from 'react'
import type { Exercise, Task } from '@/lib/core/exercises/exercise'
import type { Verdict } from '@/lib/core/cells/diagnose/verdict'
import { askedTasks, type AttemptForm } from '@/lib/core/exercises/grade-attempt'
import { saysAlready } from '@/lib/core/exercises/says-already'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseText } from '../_text/exercise'
import { Button } from '../_ui/button'
import { ExerciseQuestion } from './exercise-question'
import { HintButton, HintList } from './hint-list'
import { TaskField } from './task-field'
import { TaskVerdictLine } from './task-verdict'
import type { Attempt } from './use-attempt'
import { Words } from './words'
import { WorkedSolution } from './worked-solution'

const RIGHT = new Set<Verdict>(['correct', 'coarse', 'follows'])

type ExerciseSheetProps = {
  exercise: Exercise
  form: AttemptForm
  attempt: Attempt
  /** KaTeX HTML of the question's fixed formulas, rendered ahead. */
  formulas: Record<string, string>
}

/** A question with drawn numbers, its boxes, its verdicts, its hints and, in the end, its worked solution. */
export function ExerciseSheet({ exercise, form, attempt, formulas }: ExerciseSheetProps) {
  const text = useText(exerciseText)
  const { state, outcome } = attempt
  const tasks = askedTasks(exercise, form)
  return (
    <div className="grid gap-8">
      <ExerciseQuestion exercise={exercise} formulas={formulas} />
      {tasks.map((task, index) => (
        <TaskForm
          key={task.id}
          task={task}
          label={tasks.length > 1 ? text.step(index + 1, tasks.length) : null}
          isAsked={tasks.length === 1 && saysAlready(exercise.prompt, task.prompt)}
          exercise={exercise}
          attempt={attempt}
          formulas={formulas}
        />
      ))}
      <p role="status" className="text-lg font-medium empty:absolute">
        {outcome === null ? '' : text.finished[outcome]}
      </p>
      {state.finishedAt === null ? (
        <div className="grid gap-2">
          <p className="text-soft text-sm">{text.hintPrice}</p>
          <div className="-ms-4">
            <Button look="quiet" onClick={attempt.giveUp}>
              {text.giveUp}
            </Button>
          </div>
        </div>
      ) : (
        <WorkedSolution exercise={exercise} />
      )}
    </div>
  )
}

function TaskForm({
  task,
  label,
  isAsked,
  exercise,
  attempt,
  formulas,
}: {
  task: Task
  label: string | null
  /** The question above it has said what is asked. */
  isAsked: boolean
  exercise: Exercise
  attempt: Attempt
  formulas: Record<string, string>
}) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const { state } = attempt
  const verdict = state.verdicts[task.id]
  const isFinished = state.finishedAt !== null
  const opened = state.hints[task.id] ?? 0
  const hints = { exercise, task: task.id, responses: state.typed, opened }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt.check(task.id)
  }
  return (
    <form onSubmit={submit} noValidate className="border-hairline grid gap-4 border-t pt-5">
      {isAsked ? null : (
        <div className="grid gap-1">
          {label ? <p className="text-soft text-sm">{label}</p> : null}
          <p>
            <Words text={task.prompt[locale]} />
          </p>
        </div>
      )}
      <TaskField
        task={task}
        response={(state.typed[task.id] ?? []).map(String)}
        formulas={formulas}
        wrong={verdict ? verdict.components.map((component) => !RIGHT.has(component.verdict)) : []}
        onType={(response) => attempt.type(task.id, response)}
      />
      {task.kind === 'values' ? <p className="text-soft text-sm">{text.within}</p> : null}
      {task.kind === 'numbers' ? (
        <p className="text-soft text-sm">
          {task.tolerance > 0 ? text.withinOf(task.tolerance) : text.exactly}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary">
          {text.check}
        </Button>
        {isFinished ? null : <HintButton {...hints} onOpen={() => attempt.openHint(task.id)} />}
      </div>
      <div role="status" className="empty:absolute">
        {verdict ? <TaskVerdictLine verdict={verdict} /> : null}
      </div>
      {isFinished ? null : <HintList {...hints} />}
    </form>
  )
}
