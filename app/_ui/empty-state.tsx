import type { ReactNode } from 'react'

/** What stands where a list would: what is missing, and the way on. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="border-hairline grid max-w-measure gap-3 border-y py-10">
      <p className="font-serif text-xl">{title}</p>
      {children ? <div className="text-soft">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  )
}
