import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names'

export const CONTROL =
  'bg-raised border-outline hover:border-ink w-full min-h-11 rounded-md border px-3 py-2 text-base aria-invalid:border-danger disabled:opacity-60'

type FieldFrameProps = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  children: ReactNode
}

/** Label above, control, then what is wrong or what to know; the control names both by id. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-soft text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-danger text-sm" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** The ids a control names in aria-describedby. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined
}

type FieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
}

export function Field({ label, hint, error, className, ...input }: FieldProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={classNames(CONTROL, className)}
        {...input}
      />
    </FieldFrame>
  )
}
