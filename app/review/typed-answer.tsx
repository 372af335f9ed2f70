'use client'

import type { Locale } from '@/lib/core/content/content'
import { checkTypedAnswer, type DiffPart } from '@/lib/core/content/typed-answer'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { reviewText } from '../_text/review'

type TypedAnswerProps = { typed: string; accepted: string[]; locale: Locale }

/** What was typed against what was asked: kept, too much, left out. The signs say it without colour. */
export function TypedAnswer({ typed, accepted, locale }: TypedAnswerProps) {
  const text = useText(reviewText)
  const given = typed.trim()
  if (given === '') return <p className="text-soft mb-5 text-sm">{text.typedNothing}</p>
  const { isCorrect, parts } = checkTypedAnswer(given, accepted)
  return (
    <div className="mb-6">
      <p className={`mb-1 text-sm font-medium ${isCorrect ? 'text-good' : 'text-danger'}`}>
        {isCorrect ? text.typedRight : text.typedWrong}
      </p>
      <p className="text-soft text-xs">{text.youTyped}</p>
      <p lang={languageTag(locale)} className="font-serif text-xl break-words">
        {parts.map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </p>
    </div>
  )
}

function Part({ part }: { part: DiffPart }) {
  const text = useText(reviewText)
  if (part.kind === 'same') return part.text
  if (part.kind === 'extra')
    return (
      <del className="bg-danger-wash text-danger decoration-2">
        <span className="sr-only"> {text.extra}: </span>
        {part.text}
      </del>
    )
  return (
    <ins className="text-good decoration-2 underline-offset-4">
      <span className="sr-only"> {text.missing}: </span>
      {part.text}
    </ins>
  )
}
