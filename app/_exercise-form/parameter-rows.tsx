'use client'

import type { DrawnParameter } from '@/lib/core/authored-exercises/authored-exercise'
import { AUTHORED_LIMITS } from '@/lib/core/authored-exercises/authored-exercise'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Button } from '../_ui/button'
import { Select } from '../_ui/select'
import { ChoiceValues } from './choice-values'
import { FormSection } from './form-section'
import { replaced, without } from './list-change'
import { NameField } from './name-field'
import { newName } from './new-name'
import { NumberField } from './number-field'
import { RowFrame } from './row-frame'

type ParameterRowsProps = {
  value: DrawnParameter[]
  /** Names that are taken, by whatever of the exercise. */
  taken: readonly string[]
  onChange: (value: DrawnParameter[]) => void
}

const KINDS = ['uniform', 'integer', 'choice', 'vector', 'matrix'] as const

export function ParameterRows({ value, taken, onChange }: ParameterRowsProps) {
  const text = useText(exerciseFormText)
  return (
    <FormSection title={text.drawn} lead={text.drawnLead}>
      {value.map((parameter, n) => (
        <RowFrame
          key={n}
          name={parameter.name === '' ? text.nth(text.parameter, n + 1) : parameter.name}
          onRemove={() => onChange(without(value, n))}
        >
          <ParameterFields
            at={`parameters.${n}`}
            value={parameter}
            onChange={(next) => onChange(replaced(value, n, next))}
          />
        </RowFrame>
      ))}
      {value.length < AUTHORED_LIMITS.parameters ? (
        <div>
          <Button
            onClick={() =>
              onChange([
                ...value,
                { name: newName('x', taken), kind: 'uniform', low: -1, high: 1, step: 0.1 },
              ])
            }
          >
            {text.addParameter}
          </Button>
        </div>
      ) : null}
    </FormSection>
  )
}

function ParameterFields({
  at,
  value,
  onChange,
}: {
  at: string
  value: DrawnParameter
  onChange: (value: DrawnParameter) => void
}) {
  const text = useText(exerciseFormText)
  const sizeField = (
    part: 'size' | 'rows' | 'columns',
    size: number,
    set: (size: number) => DrawnParameter,
  ) => (
    <NumberField
      at={`${at}.${part}`}
      label={text[part]}
      value={size}
      least={1}
      most={AUTHORED_LIMITS.side}
      isWhole
      onChange={(next) => onChange(set(next))}
    />
  )
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] items-start gap-3">
      <NameField
        at={`${at}.name`}
        label={text.name}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <Select
        label={text.kind}
        value={value.kind}
        options={KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        onChange={({ currentTarget }) => {
          const kind = KINDS.find((each) => each === currentTarget.value)
          if (kind) onChange(asKind(value, kind))
        }}
      />
      {value.kind === 'vector' ? sizeField('size', value.size, (size) => ({ ...value, size })) : null}
      {value.kind === 'matrix' ? (
        <>
          {sizeField('rows', value.rows, (rows) => ({ ...value, rows }))}
          {sizeField('columns', value.columns, (columns) => ({ ...value, columns }))}
        </>
      ) : null}
      {value.kind === 'choice' ? (
        <ChoiceValues
          at={`${at}.values`}
          value={value.values}
          onChange={(values) => onChange({ ...value, values })}
        />
      ) : (
        <>
          <NumberField
            at={`${at}.low`}
            label={text.low}
            value={value.low}
            onChange={(low) => onChange({ ...value, low })}
          />
          <NumberField
            at={`${at}.high`}
            label={text.high}
            value={value.high}
            onChange={(high) => onChange({ ...value, high })}
          />
        </>
      )}
      {value.kind !== 'choice' && value.kind !== 'integer' ? (
        <NumberField
          at={`${at}.step`}
          label={text.step}
          value={value.step}
          least={0.001}
          onChange={(step) => onChange({ ...value, step })}
        />
      ) : null}
      <NameField
        at={`${at}.tex`}
        label={text.tex}
        value={value.tex ?? ''}
        maxLength={200}
        onChange={(tex) => onChange(withTex(value, tex))}
      />
    </div>
  )
}

/** The same parameter as another kind, with what both have. */
function asKind(value: DrawnParameter, kind: DrawnParameter['kind']): DrawnParameter {
  const { name, tex } = value
  const head = { name, ...(tex === undefined ? {} : { tex }) }
  const low = value.kind === 'choice' ? -1 : value.low
  const high = value.kind === 'choice' ? 1 : value.high
  const step = value.kind === 'choice' || value.kind === 'integer' ? 0.1 : value.step
  switch (kind) {
    case 'uniform':
      return { ...head, kind, low, high, step }
    case 'integer':
      return { ...head, kind, low: Math.round(low), high: Math.round(high) }
    case 'choice':
      return { ...head, kind, values: [1, 2, 3] }
    case 'vector':
      return { ...head, kind, size: value.kind === 'matrix' ? value.columns : 2, low, high, step }
    case 'matrix':
      return { ...head, kind, rows: 2, columns: value.kind === 'vector' ? value.size : 2, low, high, step }
  }
}

function withTex(value: DrawnParameter, tex: string): DrawnParameter {
  const { tex: _before, ...rest } = value
  return tex === '' ? rest : { ...rest, tex }
}
