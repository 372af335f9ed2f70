import { useId, type ReactNode } from 'react'

/** A part of the form with its heading. */
export function FormSection({
  title,
  lead,
  children,
}: {
  title: string
  lead?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-hairline grid min-w-0 gap-4 border-t pt-5">
      <div className="grid gap-1">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {lead ? <p className="text-soft max-w-measure text-sm">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}
