import { useId, type ComponentProps, type ReactNode } from 'react'

type TickProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & {
  label: ReactNode
  hint?: ReactNode
  /** Id of what it is of, where many stand on a page. */
  describedBy?: string
}

/** A checkbox that says what a form will do when it is sent. */
export function Tick({ label, hint, describedBy, ...input }: TickProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', describedBy ?? ''].filter(Boolean).join(' ')
  return (
    <div className="grid grid-cols-[auto_1fr] items-center gap-x-3">
      <input
        id={id}
        type="checkbox"
        aria-describedby={described === '' ? undefined : described}
        className="accent-accent size-5"
        {...input}
      />
      <label htmlFor={id} className="py-2.5 text-sm font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-soft col-start-2 -mt-2 text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
