'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { classNames } from './class-names'

type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** Buttons, the safe one first. */
  actions?: ReactNode
  className?: string
}

/** The browser's own modal dialog: focus stays inside, Escape closes, the page behind is inert. */
export function Dialog({ isOpen, onClose, title, children, actions, className }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (isOpen && !dialog.open) dialog.showModal()
    if (!isOpen && dialog.open) dialog.close()
  }, [isOpen])
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
      className={classNames(
        'bg-raised border-hairline w-[min(34rem,calc(100vw-2rem))] rounded-lg border p-0 shadow-[0_12px_48px_var(--shadow)]',
        className,
      )}
    >
      {isOpen ? (
        <div className="grid gap-4 p-5 sm:p-7">
          <h2 id={titleId} className="text-xl">
            {title}
          </h2>
          {children}
          {actions ? <div className="mt-2 flex flex-wrap justify-end gap-3">{actions}</div> : null}
        </div>
      ) : null}
    </dialog>
  )
}
