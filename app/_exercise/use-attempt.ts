'use client'

import { useState } from 'react'
import type { ClientAttempt } from '@/lib/core/exercises/attempt'
import type { Exercise } from '@/lib/core/exercises/exercise'
import { askedTasks, type AttemptForm } from '@/lib/core/exercises/grade-attempt'
import { newEventId } from '../_study/new-event-id'
import { readDraft, writeDraft, type DraftKey } from './attempt-draft'
import { beginAttempt, check, giveUp, openHint, outcomeOf, type, type AttemptState } from './attempt-state'

type AttemptUse = {
  learner: string
  context: ClientAttempt['context']
  exercise: Exercise
  form: AttemptForm
  onFinish: (attempt: ClientAttempt) => void
}

/**
 * One attempt at one variant, kept in this browser until it is done. Mounted in the browser alone, which knows the
 * draft, and anew for each variant.
 */
export function useAttempt({ learner, context, exercise, form, onFinish }: AttemptUse) {
  const { id, rung, seed } = exercise
  const key: DraftKey = { learner, exercise: `${context}:${id}`, rung, form, seed }
  const [state, setState] = useState<AttemptState>(() => readDraft(key) ?? newAttempt())

  const change = (next: AttemptState) => {
    setState(next)
    writeDraft(key, next)
    if (next.finishedAt !== null && state.finishedAt === null) onFinish(attemptOf(next))
  }
  const attemptOf = (done: AttemptState): ClientAttempt => ({
    id: done.id,
    context,
    exercise: id,
    rung,
    form,
    generatorVersion: exercise.generatorVersion,
    seed,
    numbers: exercise.numbers,
    responses: done.first,
    hints: done.countedHints,
    millis: (done.finishedAt ?? done.startedAt) - done.startedAt,
    startedAt: done.startedAt,
    finishedAt: done.finishedAt ?? done.startedAt,
    gaveUp: askedTasks(exercise, form).some((task) => done.first[task.id] === undefined),
  })

  return {
    state,
    outcome: outcomeOf(state, exercise, form),
    type: (task: string, response: readonly string[]) => change(type(state, task, response)),
    check: (task: string) => change(check(state, exercise, form, task, Date.now())),
    openHint: (task: string) => change(openHint(state, task)),
    giveUp: () => change(giveUp(state, Date.now())),
    again: () => {
      const fresh = newAttempt()
      setState(fresh)
      writeDraft(key, fresh)
    },
  }
}

const newAttempt = () => beginAttempt(Date.now(), newEventId(Date.now()))

export type Attempt = ReturnType<typeof useAttempt>
