import { useId, type ComponentProps, type ReactNode } from 'react'

type SwitchProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'role'> & {
  label: ReactNode
  hint?: ReactNode
}

/** A checkbox that takes effect at once, and so looks like a switch. Its state is drawn by place, not only colour. */
export function Switch({ label, hint, ...input }: SwitchProps) {
  const id = useId()
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-4">
      <label htmlFor={id} className="py-2.5 text-sm font-medium">
        {label}
      </label>
      <span className="relative inline-flex min-h-11 items-center">
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="peer border-outline bg-sunk checked:bg-accent checked:border-accent h-6 w-11 appearance-none rounded-full border transition-colors"
          {...input}
        />
        <span
          aria-hidden="true"
          className="border-outline bg-raised peer-checked:border-on-accent pointer-events-none absolute left-1 size-4 rounded-full border transition-transform peer-checked:translate-x-5 forced-colors:bg-[ButtonText]"
        />
      </span>
      {hint ? (
        <p id={`${id}-hint`} className="text-soft col-span-2 -mt-1 text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
