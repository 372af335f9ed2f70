'use client'

import { useLocale } from '@/lib/platform/i18n/locale-provider'
import { CONTROL, FieldFrame } from '../_ui/field'
import { useFormPrefix } from './form-prefix'
import { idOfPlace, useProblemAt } from './form-problems'

type FormulaFieldProps = {
  at: string
  label: string
  value: string
  onChange: (value: string) => void
}

/** A formula in one line; what cannot be read in it is marked under it. */
export function FormulaField({ at, label, value, onChange }: FormulaFieldProps) {
  const locale = useLocale()
  const id = idOfPlace(useFormPrefix(), at)
  const problem = useProblemAt(at)
  const { from = 0, to = 0 } = problem ?? {}
  return (
    <FieldFrame
      id={id}
      label={label}
      error={
        problem ? (
          <>
            {to > from && value !== '' ? (
              <code className="mb-0.5 block overflow-x-auto whitespace-pre">
                <span className="text-soft">{value.slice(0, from)}</span>
                <mark className="bg-danger-wash text-danger underline decoration-wavy">
                  {value.slice(from, to) || ' '}
                </mark>
                <span className="text-soft">{value.slice(to)}</span>
              </code>
            ) : null}
            {problem.message[locale]}
          </>
        ) : null
      }
    >
      <input
        id={id}
        value={value}
        maxLength={1_000}
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
