'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { peopleText } from '../_text/people'

/** Behind a name: who reads it themselves, and who is a guest. */
export function PersonMarks({ isYou = false, isGuest = false }: { isYou?: boolean; isGuest?: boolean }) {
  const text = useText(peopleText)
  const marks = [...(isGuest ? [text.guest] : []), ...(isYou ? [text.you] : [])]
  return marks.length === 0 ? null : <span className="text-soft text-sm">{text.marks(marks)}</span>
}
