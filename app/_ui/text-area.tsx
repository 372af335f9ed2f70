import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names'
import { CONTROL, describedBy, FieldFrame } from './field'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
}

/** Grows with what is typed, where the browser can. */
export function TextArea({ label, hint, error, className, rows = 3, ...area }: TextAreaProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        rows={rows}
        dir="auto"
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={classNames(CONTROL, 'field-sizing-content max-h-[60vh] min-h-20 resize-y', className)}
        {...area}
      />
    </FieldFrame>
  )
}
