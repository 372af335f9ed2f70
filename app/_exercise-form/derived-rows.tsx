'use client'

import { AUTHORED_LIMITS, type DerivedValue } from '@/lib/core/authored-exercises/authored-exercise'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Button } from '../_ui/button'
import { FormSection } from './form-section'
import { FormulaField } from './formula-field'
import { replaced, without } from './list-change'
import { NameField } from './name-field'
import { newName } from './new-name'
import { RowFrame } from './row-frame'

type DerivedRowsProps = {
  value: DerivedValue[]
  taken: readonly string[]
  onChange: (value: DerivedValue[]) => void
}

export function DerivedRows({ value, taken, onChange }: DerivedRowsProps) {
  const text = useText(exerciseFormText)
  return (
    <FormSection title={text.derived} lead={text.derivedLead}>
      {value.map((derived, n) => (
        <RowFrame
          key={n}
          name={derived.name === '' ? text.nth(text.derivedOne, n + 1) : derived.name}
          onRemove={() => onChange(without(value, n))}
        >
          <div className="grid items-start gap-3 sm:grid-cols-[8rem_1fr]">
            <NameField
              at={`derived.${n}.name`}
              label={text.name}
              value={derived.name}
              onChange={(name) => onChange(replaced(value, n, { ...derived, name }))}
            />
            <FormulaField
              at={`derived.${n}.formula`}
              label={text.formula}
              value={derived.formula}
              onChange={(formula) => onChange(replaced(value, n, { ...derived, formula }))}
            />
          </div>
        </RowFrame>
      ))}
      {value.length < AUTHORED_LIMITS.derived ? (
        <div>
          <Button onClick={() => onChange([...value, { name: newName('u', taken), formula: '' }])}>
            {text.addDerived}
          </Button>
        </div>
      ) : null}
    </FormSection>
  )
}
