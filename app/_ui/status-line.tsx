import type { ReactNode } from 'react'
import { classNames } from './class-names'

type StatusLineProps = { tone?: 'calm' | 'good' | 'danger'; children?: ReactNode; className?: string }

const TONES = { calm: 'text-soft', good: 'text-good', danger: 'text-danger' }

/**
 * What just happened, said once to screen readers. Keep it mounted and change its words: a region that appears
 * together with its text is often not announced.
 */
export function StatusLine({ tone = 'calm', children, className }: StatusLineProps) {
  return (
    <p
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames('text-sm empty:hidden', TONES[tone], className)}
    >
      {children}
    </p>
  )
}
