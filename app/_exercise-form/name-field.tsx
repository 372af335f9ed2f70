'use client'

import { useLocale } from '@/lib/platform/i18n/locale-provider'
import { CONTROL, FieldFrame } from '../_ui/field'
import { useFormPrefix } from './form-prefix'
import { idOfPlace, useProblemAt } from './form-problems'

type NameFieldProps = {
  at: string
  label: string
  value: string
  onChange: (value: string) => void
  maxLength?: number
}

/** A short word of the formula language: a name, or a piece of TeX. */
export function NameField({ at, label, value, onChange, maxLength = 40 }: NameFieldProps) {
  const locale = useLocale()
  const id = idOfPlace(useFormPrefix(), at)
  const problem = useProblemAt(at)
  return (
    <FieldFrame id={id} label={label} error={problem?.message[locale]}>
      <input
        id={id}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        className={`${CONTROL} font-mono`}
      />
    </FieldFrame>
  )
}
