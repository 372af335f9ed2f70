import type { ReactNode } from 'react'

/** The page's one h1, a sentence under it, and what can be done with the whole page. */
export function PageHeader({
  title,
  lead,
  actions,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="border-hairline mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-b pb-6">
      <div className="grid gap-2">
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {lead ? <p className="text-soft max-w-measure">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  )
}
