'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { quizText } from '../_text/quiz'
import { CopyText } from '../_ui/copy-text'

/** The link to give to a friend or a class. */
export function QuizLink({ link }: { link: string }) {
  const text = useText(quizText)
  return (
    <section className="grid max-w-measure gap-2">
      <h2 className="text-lg">{text.link}</h2>
      <p className="text-soft text-sm">{text.linkHint}</p>
      <CopyText value={`${window.location.origin}/quiz/${link}`} copy={text.copy} copied={text.copied} />
    </section>
  )
}
