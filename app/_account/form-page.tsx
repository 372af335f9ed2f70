import type { ReactNode } from 'react'

/** A page that is one short form: a narrow column, its heading and a sentence. */
export function FormPage({
  title,
  lead,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto grid w-full max-w-form gap-6">
      <header className="grid gap-2">
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {lead ? <p className="text-soft">{lead}</p> : null}
      </header>
      {children}
    </div>
  )
}
