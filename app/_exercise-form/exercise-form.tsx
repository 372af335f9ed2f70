'use client'

import { useDeferredValue, useId, useMemo } from 'react'
import type { AuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import type { ExerciseProblem } from '@/lib/core/authored-exercises/exercise-problem'
import { useText } from '@/lib/platform/i18n/locale-provider'
import '../_exercise/exercise.css'
import { exerciseFormText } from '../_text/exercise-form'
import { CellFields } from './cell-fields'
import { FormPrefix } from './form-prefix'
import { FormProblems } from './form-problems'
import { FormSection } from './form-section'
import { FormulaFields } from './formula-fields'
import { NumberField } from './number-field'
import { ProblemList } from './problem-list'
import { TestList } from './test-list'
import { TextPair } from './text-pair'
import { useRendered } from './use-rendered'
import { VariantSection } from './variant-section'

type ExerciseFormProps = {
  value: AuthoredExercise
  onChange: (value: AuthoredExercise) => void
  /** What a save found; what can be found here is found here, at every key. */
  problems?: readonly ExerciseProblem[]
}

const NONE: readonly ExerciseProblem[] = []

/** An exercise described in a form: nothing of it is programmed. */
export function ExerciseForm({ value, onChange, problems = NONE }: ExerciseFormProps) {
  const text = useText(exerciseFormText)
  const settled = useDeferredValue(value)
  const rendered = useRendered(settled)
  const all = useMemo(() => {
    const known = new Set(rendered.problems.map(({ at }) => at))
    return [...rendered.problems, ...problems.filter(({ at }) => !known.has(at))]
  }, [rendered, problems])
  return (
    <FormPrefix.Provider value={useId()}>
      <FormProblems.Provider value={all}>
        <div className="grid min-w-0 gap-8">
          <div className="grid gap-5">
            <TextPair
              at="title"
              name={text.title}
              hint={text.titleHint}
              value={value.title}
              onChange={(title) => onChange({ ...value, title })}
            />
            <TextPair
              at="question"
              name={text.question}
              hint={value.kind === 'cell' ? text.cellQuestionHint : text.questionHint}
              rows={3}
              value={value.question}
              onChange={(question) => onChange({ ...value, question })}
            />
          </div>
          {value.kind === 'cell' ? (
            <CellFields value={value} onChange={onChange} />
          ) : (
            <FormulaFields value={value} onChange={onChange} />
          )}
          <div className="max-w-60">
            <NumberField
              at="seconds"
              label={text.seconds}
              hint={text.secondsHint}
              value={value.seconds}
              least={5}
              most={3_600}
              isWhole
              onChange={(seconds) => onChange({ ...value, seconds })}
            />
          </div>
          <VariantSection
            definition={settled}
            rendered={rendered}
            onKeep={
              value.kind === 'formulas'
                ? (test) => onChange({ ...value, tests: [...value.tests, test].slice(-50) })
                : null
            }
          />
          {value.kind === 'formulas' ? (
            <TestList definition={value} onChange={(tests) => onChange({ ...value, tests })} />
          ) : null}
          <FormSection title={text.check}>
            <ProblemList />
          </FormSection>
        </div>
      </FormProblems.Provider>
    </FormPrefix.Provider>
  )
}
