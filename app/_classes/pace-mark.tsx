import type { Pace } from '@/lib/core/classroom/pace'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classFiguresText } from '../_text/class-figures'
import { classNames } from '../_ui/class-names'

const TONES: Record<Pace, string> = {
  'not-begun': 'text-soft',
  behind: 'text-danger',
  'keeping-up': 'text-ink',
  done: 'text-good',
}

/** A word with a sign before it; the colour only repeats them. */
export function PaceMark({ pace, locale }: { pace: Pace; locale: Locale }) {
  const text = getText(classFiguresText, locale)
  return (
    <span className={classNames('whitespace-nowrap', TONES[pace])}>
      <span aria-hidden="true" className="me-1.5 inline-block w-3 text-center text-xs">
        {text.paceSign[pace]}
      </span>
      {text.pace[pace]}
    </span>
  )
}
