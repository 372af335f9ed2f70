'use client'

import { useState } from 'react'
import { readNumber } from '@/lib/core/exercises/read-number'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { CONTROL, FieldFrame } from '../_ui/field'
import { useFormPrefix } from './form-prefix'
import { idOfPlace, useProblemAt } from './form-problems'

type ChoiceValuesProps = { at: string; value: number[]; onChange: (value: number[]) => void }

/** Several numbers in one box: 1, 2, 0.5. */
export function ChoiceValues({ at, value, onChange }: ChoiceValuesProps) {
  const text = useText(exerciseFormText)
  const locale = useLocale()
  const id = idOfPlace(useFormPrefix(), at)
  const problem = useProblemAt(at)
  const [typed, setTyped] = useState(value.join(', '))
  const error = readList(typed) === null ? text.notNumber : problem?.message[locale]
  return (
    <div className="col-span-2">
      <FieldFrame id={id} label={text.values} error={error}>
        <input
          id={id}
          value={typed}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value)
            const list = readList(currentTarget.value)
            if (list !== null) onChange(list)
          }}
          className={CONTROL}
        />
      </FieldFrame>
    </div>
  )
}

function readList(typed: string): number[] | null {
  const parts = typed.split(/[,，、;；\s]+/).filter((part) => part !== '')
  const numbers = parts.flatMap((part) => {
    const read = readNumber(part)
    return read.ok ? [read.value] : []
  })
  return parts.length > 0 && parts.length <= 50 && numbers.length === parts.length ? numbers : null
}
