'use client'

import { useState } from 'react'
import type { AuthoredExercise, FeedbackTest } from '@/lib/core/authored-exercises/authored-exercise'
import { feedbackFor } from '@/lib/core/authored-exercises/run-tests'
import type { Exercise } from '@/lib/core/exercises/exercise'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { ExerciseSheet } from '../_exercise/exercise-sheet'
import { useFormulas } from '../_lab/use-formulas'
import { exerciseFormText } from '../_text/exercise-form'
import { Button } from '../_ui/button'
import { describeTest } from './describe-test'
import { useTrial } from './use-trial'

type VariantTrialProps = {
  definition: AuthoredExercise
  exercise: Exercise
  title: string
  formulas: Record<string, string>
  onClose: () => void
  /** Null where an exercise keeps no tests: the house's cells have their own. */
  onKeep: ((test: FeedbackTest) => void) | null
}

/** A variant as a learner meets it, to be answered; what comes of it can be kept as a test. */
export function VariantTrial({ definition, exercise, title, formulas, onClose, onKeep }: VariantTrialProps) {
  const text = useText(exerciseFormText)
  const locale = useLocale()
  const trial = useTrial(exercise, definition.kind === 'cell' ? definition.form : 'stepwise')
  const all = useFormulas(formulas, texOfExercise(exercise))
  const [kept, setKept] = useState<string[]>([])
  const tests = onKeep === null ? [] : testsOf(definition, exercise, trial)
  return (
    <section aria-label={title} className="border-accent grid min-w-0 gap-5 rounded-md border p-4 sm:p-6">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-medium">{title}</h3>
        <Button look="quiet" onClick={onClose}>
          {text.close}
        </Button>
      </div>
      <ExerciseSheet
        exercise={exercise}
        form={definition.kind === 'cell' ? definition.form : 'stepwise'}
        attempt={trial}
        formulas={all}
      />
      {tests.length > 0 && onKeep !== null ? (
        <ul className="border-hairline grid gap-2 border-t pt-4 text-sm">
          {tests.map((test) => {
            const key = JSON.stringify(test)
            return (
              <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span>{describeTest(definition, test, locale, text)}</span>
                {kept.includes(key) ? (
                  <span role="status" className="text-good">
                    {text.keptTest}
                  </span>
                ) : (
                  <Button
                    onClick={() => {
                      onKeep(test)
                      setKept([...kept, key])
                    }}
                  >
                    {text.keepTest}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      ) : null}
    </section>
  )
}

/** What was answered so far, with the feedback that it gets on these numbers by itself. */
function testsOf(
  definition: AuthoredExercise,
  { variant, tasks }: Exercise,
  { state }: ReturnType<typeof useTrial>,
): FeedbackTest[] {
  if (definition.kind !== 'formulas' || variant === undefined) return []
  const given = Object.fromEntries(variant.given)
  return tasks.flatMap(({ id }): FeedbackTest[] => {
    const typed = (state.typed[id] ?? []).map(String)
    if (state.verdicts[id] === undefined) return []
    const feedback = feedbackFor(definition, { answer: id, given, typed })
    if (feedback === null || feedback.kind === 'unreadable') return []
    return feedback.kind === 'slip'
      ? [{ answer: id, given, typed, expect: 'slip', slip: feedback.slip }]
      : [{ answer: id, given, typed, expect: feedback.kind }]
  })
}
