import type { NoteDifference } from '@/lib/authoring/publishing/get-difference'
import { classNames } from '../_ui/class-names'

const TONES: Record<NoteDifference['change'], string> = {
  added: 'text-good',
  changed: 'text-accent',
  removed: 'text-danger',
  moved: 'text-soft',
}
/** Beside the colour, which is never the only sign. */
const SIGNS: Record<NoteDifference['change'], string> = { added: '+', changed: '±', removed: '−', moved: '↕' }

export function ChangeMark({ change, children }: { change: NoteDifference['change']; children: string }) {
  return (
    <span className={classNames('inline-flex items-baseline gap-1.5 text-sm font-medium', TONES[change])}>
      <span aria-hidden="true" className="font-mono">
        {SIGNS[change]}
      </span>
      {children}
    </span>
  )
}
