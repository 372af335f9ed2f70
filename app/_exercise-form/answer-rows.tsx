'use client'

import { AUTHORED_LIMITS, type AskedAnswer } from '@/lib/core/authored-exercises/authored-exercise'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Button } from '../_ui/button'
import { FormSection } from './form-section'
import { FormulaField } from './formula-field'
import { HintRows } from './hint-rows'
import { replaced, without } from './list-change'
import { NameField } from './name-field'
import { newName } from './new-name'
import { NumberField } from './number-field'
import { RowFrame } from './row-frame'
import { SlipRows } from './slip-rows'
import { TextPair } from './text-pair'

type AnswerRowsProps = {
  value: AskedAnswer[]
  taken: readonly string[]
  onChange: (value: AskedAnswer[]) => void
}

export function AnswerRows({ value, taken, onChange }: AnswerRowsProps) {
  const text = useText(exerciseFormText)
  const fresh = (): AskedAnswer => ({
    name: newName('y', taken),
    label: {},
    formula: '',
    tolerance: 0.005,
    slips: [],
    hints: [],
  })
  return (
    <FormSection title={text.asked} lead={text.askedLead}>
      {value.map((answer, n) => (
        <RowFrame
          key={n}
          name={text.answer(n + 1)}
          title={text.answer(n + 1)}
          onRemove={() => onChange(without(value, n))}
        >
          <AnswerFields
            at={`answers.${n}`}
            value={answer}
            onChange={(next) => onChange(replaced(value, n, next))}
          />
        </RowFrame>
      ))}
      {value.length < AUTHORED_LIMITS.answers ? (
        <div>
          <Button onClick={() => onChange([...value, fresh()])}>{text.addAnswer}</Button>
        </div>
      ) : null}
    </FormSection>
  )
}

function AnswerFields({
  at,
  value,
  onChange,
}: {
  at: string
  value: AskedAnswer
  onChange: (value: AskedAnswer) => void
}) {
  const text = useText(exerciseFormText)
  return (
    <div className="grid min-w-0 gap-4">
      <TextPair
        at={`${at}.label`}
        name={text.label}
        value={value.label}
        onChange={(label) => onChange({ ...value, label })}
      />
      <div className="grid items-start gap-3 sm:grid-cols-[8rem_1fr]">
        <NameField
          at={`${at}.name`}
          label={text.name}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
        />
        <FormulaField
          at={`${at}.formula`}
          label={text.rightFormula}
          value={value.formula}
          onChange={(formula) => onChange({ ...value, formula })}
        />
        <NumberField
          at={`${at}.tolerance`}
          label={text.tolerance}
          value={value.tolerance}
          least={0}
          most={1_000}
          onChange={(tolerance) => onChange({ ...value, tolerance })}
        />
        <NameField
          at={`${at}.tex`}
          label={text.tex}
          value={value.tex ?? ''}
          maxLength={200}
          onChange={(tex) => {
            const { tex: _before, ...rest } = value
            onChange(tex === '' ? rest : { ...rest, tex })
          }}
        />
      </div>
      <SlipRows at={`${at}.slips`} value={value.slips} onChange={(slips) => onChange({ ...value, slips })} />
      <HintRows at={`${at}.hints`} value={value.hints} onChange={(hints) => onChange({ ...value, hints })} />
    </div>
  )
}
