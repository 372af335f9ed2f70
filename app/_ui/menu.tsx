'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { classNames } from './class-names'

type MenuProps = {
  /** What stands on the button. */
  button: ReactNode
  /** The button's name when its content is a picture. */
  name?: string
  /** Links and buttons; a press on any of them closes the menu. */
  children: ReactNode
  buttonClassName?: string
  className?: string
  /** The side of the button that the list hangs from. */
  align?: 'start' | 'end'
}

/** A button that discloses a short list of links and buttons (the disclosure pattern, which Tab walks through). */
export function Menu({ button, name, children, buttonClassName, className, align = 'end' }: MenuProps) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const listId = useId()
  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      opener.current?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', closeOnEscape)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      document.removeEventListener('keydown', closeOnEscape)
    }
  }, [isOpen])
  return (
    <div ref={root} className={classNames('relative', className)}>
      <button
        ref={opener}
        type="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-label={name}
        onClick={() => setOpen(!isOpen)}
        className={classNames(
          'inline-flex min-h-11 min-w-11 items-center justify-center gap-2',
          buttonClassName,
        )}
      >
        {button}
      </button>
      <div
        id={listId}
        hidden={!isOpen}
        onClick={() => setOpen(false)}
        className={classNames(
          'bg-raised border-hairline absolute top-full z-20 mt-1 min-w-56 rounded-md border py-1 shadow-[0_8px_28px_var(--shadow)]',
          align === 'end' ? 'end-0' : 'start-0',
        )}
      >
        {children}
      </div>
    </div>
  )
}

/** One line of a menu: for links and buttons alike. */
export const MENU_ITEM =
  'hover:bg-accent-wash flex min-h-11 w-full items-center gap-3 px-4 text-start text-sm no-underline'
