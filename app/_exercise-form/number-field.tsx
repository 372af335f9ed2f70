'use client'

import { useState } from 'react'
import { readNumber } from '@/lib/core/exercises/read-number'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { CONTROL, FieldFrame } from '../_ui/field'
import { useFormPrefix } from './form-prefix'
import { idOfPlace, useProblemAt } from './form-problems'

type NumberFieldProps = {
  at: string
  label: string
  value: number
  onChange: (value: number) => void
  hint?: string
  least?: number
  most?: number
  isWhole?: boolean
}

/** A number as anybody writes it (0,5 too). What cannot be read stays as typed, and changes nothing. */
export function NumberField(props: NumberFieldProps) {
  const { at, label, value, onChange, hint, least = -1_000_000, most = 1_000_000, isWhole = false } = props
  const text = useText(exerciseFormText)
  const locale = useLocale()
  const id = idOfPlace(useFormPrefix(), at)
  const problem = useProblemAt(at)
  const [typed, setTyped] = useState(String(value))
  const valueIn = (written: string): number | null => {
    const read = readNumber(written)
    if (!read.ok || read.value < least || read.value > most) return null
    return isWhole && !Number.isInteger(read.value) ? null : read.value
  }
  const read = valueIn(typed)
  const isStale = read !== null && read !== value
  const error = read === null ? text.notNumber : problem?.message[locale]
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        value={isStale ? String(value) : typed}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          const next = valueIn(currentTarget.value)
          if (next !== null) onChange(next)
        }}
        className={`${CONTROL} tabular-nums`}
      />
    </FieldFrame>
  )
}
