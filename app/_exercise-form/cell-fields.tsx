'use client'

import type { CellExercise, Reach } from '@/lib/core/authored-exercises/authored-exercise'
import { AUTHORED_LIMITS } from '@/lib/core/authored-exercises/authored-exercise'
import { findCell, listCells, withDefaults } from '@/lib/core/cells/registry'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Select } from '../_ui/select'
import { CellOptionFields } from './cell-option-fields'
import { useFormPrefix } from './form-prefix'
import { idOfPlace, useProblemAt } from './form-problems'
import { FormSection } from './form-section'
import { NumberField } from './number-field'

type CellFieldsProps = { value: CellExercise; onChange: (value: CellExercise) => void }

const REACHES = ['matrix', 'vector', 'x', 'state', 'cellState'] as const satisfies (keyof Reach)[]

/** A built-in cell: its sizes, what is handed over, what is asked, and how far numbers are drawn. */
export function CellFields({ value, onChange }: CellFieldsProps) {
  const text = useText(exerciseFormText)
  const locale = useLocale()
  const prefix = useFormPrefix()
  const askedProblem = useProblemAt('asked')
  const givenProblem = useProblemAt('given')
  const cell = findCell(value.cell)
  const quantities = cell?.form(withDefaults(cell, value.options)).quantities ?? []
  const roleOf = (id: string) =>
    value.asked.includes(id) ? 'asked' : value.given.includes(id) ? 'given' : 'none'
  const setRole = (id: string, role: string) => {
    const inOrder = (ids: string[]) => quantities.flatMap((each) => (ids.includes(each.id) ? [each.id] : []))
    const others = (ids: string[]) => ids.filter((each) => each !== id)
    onChange({
      ...value,
      asked: inOrder(role === 'asked' ? [...value.asked, id] : others(value.asked)),
      given: inOrder(role === 'given' ? [...value.given, id] : others(value.given)),
    })
  }
  const problem = askedProblem ?? givenProblem
  const sizes = ['H', 'I', 'T'] as const
  return (
    <>
      <FormSection title={text.cell}>
        <div className="grid max-w-measure gap-4 sm:grid-cols-2">
          <Select
            label={text.cell}
            value={value.cell}
            options={listCells().map(({ id, name }) => ({ value: id, label: name[locale] }))}
            onChange={({ currentTarget }) => onChange(withCell(value, currentTarget.value))}
          />
          <Select
            label={text.form}
            value={value.form}
            options={[
              { value: 'stepwise', label: text.forms.stepwise },
              { value: 'hard', label: text.forms.hard },
            ]}
            onChange={({ currentTarget }) =>
              onChange({ ...value, form: currentTarget.value === 'hard' ? 'hard' : 'stepwise' })
            }
          />
        </div>
        <div className="grid max-w-measure grid-cols-3 gap-3">
          {sizes.map((size) => (
            <NumberField
              key={size}
              at={size}
              label={text[size]}
              value={value[size]}
              least={1}
              most={size === 'T' ? AUTHORED_LIMITS.cellSteps : AUTHORED_LIMITS.cellSize}
              isWhole
              onChange={(next) => onChange({ ...value, [size]: next })}
            />
          ))}
        </div>
        {cell ? <CellOptionFields cell={cell} value={value} onChange={onChange} /> : null}
      </FormSection>
      <FormSection title={text.quantities}>
        <div
          id={idOfPlace(prefix, 'asked')}
          tabIndex={-1}
          className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,12rem),1fr))] gap-3"
        >
          {quantities.map(({ id, name }) => (
            <Select
              key={id}
              label={name[locale]}
              value={roleOf(id)}
              options={(['none', 'given', 'asked'] as const).map((role) => ({
                value: role,
                label: text.roles[role],
              }))}
              onChange={({ currentTarget }) => setRole(id, currentTarget.value)}
            />
          ))}
        </div>
        {problem ? <p className="text-danger text-sm">{problem.message[locale]}</p> : null}
      </FormSection>
      <FormSection title={text.reach}>
        <div
          id={idOfPlace(prefix, 'reach')}
          tabIndex={-1}
          className="grid max-w-measure grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3"
        >
          {REACHES.map((part) => (
            <NumberField
              key={part}
              at={`reach.${part}`}
              label={text.reaches[part]}
              value={value.reach[part]}
              least={0.1}
              most={100}
              onChange={(next) => onChange({ ...value, reach: { ...value.reach, [part]: next } })}
            />
          ))}
        </div>
      </FormSection>
    </>
  )
}

/** Another cell asks for its output, with nothing given; its conventions are the notes'. */
function withCell(value: CellExercise, id: string): CellExercise {
  const cell = findCell(id)
  if (cell === null) return value
  return { ...value, cell: id, options: {}, given: [], asked: [cell.form(withDefaults(cell)).output] }
}
