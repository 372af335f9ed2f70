'use client'

import type { Grade } from '@/lib/core/memory/study-event'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { CurrentCard } from '../_study/review-session'
import { reviewText } from '../_text/review'
import { buttonStyle } from '../_ui/button-style'
import { KEY_HINT } from '../_ui/key-hint'
import { formatPreview } from './format-preview'

type GradeBarProps = {
  current: CurrentCard
  isCram: boolean
  /** What a checked answer suggests; the learner decides. */
  proposed: Grade | null
  onReveal: () => void
  onGrade: (grade: Grade) => void
}

const GRADES: Grade[] = [1, 2, 3, 4]

const LOOKS: Record<Grade, string> = {
  1: 'text-danger',
  2: '',
  3: 'text-accent',
  4: '',
}

/** What most answers are, until a checked answer says otherwise. */
const USUAL: Grade = 3

/** Where the thumb is. Each button says what will come of it. */
export function GradeBar({ current, isCram, proposed, onReveal, onGrade }: GradeBarProps) {
  const text = useText(reviewText)
  const locale = useLocale()
  return (
    <div className="mx-auto max-w-[44rem] px-3 pb-3 sm:px-4 sm:pb-6">
      {current.isRevealed ? (
        <div
          role="group"
          aria-label={text.grade}
          className="border-outline bg-raised divide-hairline grid grid-cols-4 divide-x overflow-hidden rounded-lg border"
        >
          {GRADES.map((grade) => (
            <button
              key={grade}
              type="button"
              aria-keyshortcuts={String(grade)}
              onClick={() => onGrade(grade)}
              className={`${LOOKS[grade]} ${grade === (proposed ?? USUAL) ? 'bg-accent-wash' : ''} ${grade === proposed ? 'shadow-[inset_0_-3px_0_var(--accent)]' : ''} hover:bg-accent-wash relative grid min-h-16 content-center justify-items-center px-1 py-2 select-none focus-visible:-outline-offset-2`}
            >
              <span className="font-medium">
                {text.grades[grade]}
                {grade === proposed ? <span className="sr-only">{text.proposed}</span> : null}
              </span>
              {isCram ? null : (
                <span className="text-soft text-xs tabular-nums">
                  <span className="sr-only">{text.comesBackIn}</span>
                  {formatPreview(locale, current.previews[grade].interval)}
                  <span className="sr-only">{text.comesBackAfter}</span>
                </span>
              )}
              <kbd
                aria-hidden="true"
                className={`text-soft absolute top-1 right-2 font-sans text-xs opacity-70 ${KEY_HINT}`}
              >
                {grade}
              </kbd>
            </button>
          ))}
        </div>
      ) : (
        <button
          type="button"
          onClick={onReveal}
          className={buttonStyle('primary', 'large', 'min-h-16! w-full')}
          aria-keyshortcuts="Space"
        >
          {text.showAnswer}
        </button>
      )}
    </div>
  )
}
