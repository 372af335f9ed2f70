'use client'

import type { FormulaExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { AnswerRows } from './answer-rows'
import { DerivedRows } from './derived-rows'
import { FormSection } from './form-section'
import { FormulaHelp } from './formula-help'
import { ParameterRows } from './parameter-rows'
import { TextPair } from './text-pair'

type FormulaFieldsProps = { value: FormulaExercise; onChange: (value: FormulaExercise) => void }

export function FormulaFields({ value, onChange }: FormulaFieldsProps) {
  const text = useText(exerciseFormText)
  const taken = [...value.parameters, ...value.derived, ...value.answers].map(({ name }) => name)
  return (
    <>
      <ParameterRows
        value={value.parameters}
        taken={taken}
        onChange={(parameters) => onChange({ ...value, parameters })}
      />
      <FormulaHelp />
      <DerivedRows
        value={value.derived}
        taken={taken}
        onChange={(derived) => onChange({ ...value, derived })}
      />
      <AnswerRows
        value={value.answers}
        taken={taken}
        onChange={(answers) => onChange({ ...value, answers })}
      />
      <FormSection title={text.solution} lead={text.solutionHint}>
        <TextPair
          at="solution"
          name={text.solution}
          rows={3}
          value={value.solution}
          onChange={(solution) => onChange({ ...value, solution })}
        />
      </FormSection>
    </>
  )
}
