'use client'

import type { ReactNode } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Icon } from '../_ui/icons'

type RowFrameProps = {
  /** What the row is called, for its group and for the button that removes it. */
  name: string
  title?: string
  onRemove: () => void
  children: ReactNode
}

/** One thing of a list, with its own way out. */
export function RowFrame({ name, title, onRemove, children }: RowFrameProps) {
  const text = useText(exerciseFormText)
  return (
    <div
      role="group"
      aria-label={name}
      className="border-hairline bg-raised grid min-w-0 gap-3 rounded-md border p-3 sm:p-4"
    >
      <div className="flex items-start gap-2">
        {title ? (
          <p className="flex min-h-11 grow items-center font-medium">{title}</p>
        ) : (
          <div className="min-w-0 grow">{children}</div>
        )}
        <button
          type="button"
          onClick={onRemove}
          aria-label={text.removeNamed(name)}
          title={text.removeNamed(name)}
          className="text-soft hover:text-danger grid size-11 shrink-0 place-items-center rounded-md"
        >
          <Icon size={18}>
            <path d="M6 6l12 12M18 6L6 18" />
          </Icon>
        </button>
      </div>
      {title ? children : null}
    </div>
  )
}
