'use client'

import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names'
import { CONTROL, describedBy, FieldFrame } from './field'
import { useIsHydrated } from './use-is-hydrated'

type SelectProps = Omit<ComponentProps<'select'>, 'id'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  options: readonly { value: string; label: string }[]
}

/** What is chosen before React has taken the page over would be forgotten, so it waits for that. */
export function Select({ label, hint, error, options, className, disabled, ...select }: SelectProps) {
  const id = useId()
  const isHydrated = useIsHydrated()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={classNames(CONTROL, 'pe-8', !isHydrated && 'opacity-100!', className)}
        disabled={disabled === true || !isHydrated}
        {...select}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
