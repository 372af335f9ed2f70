'use client'

import { useId } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { reviewText } from '../_text/review'

type TypedFieldProps = { value: string; onType: (value: string) => void; onDone: () => void; locale: Locale }

export function TypedField({ value, onType, onDone, locale }: TypedFieldProps) {
  const text = useText(reviewText)
  const id = useId()
  return (
    <form
      className="mt-8 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
      }}
    >
      <label htmlFor={id} className="text-sm font-medium">
        {text.typeAnswer}
      </label>
      <input
        id={id}
        value={value}
        lang={languageTag(locale)}
        onChange={(event) => onType(event.target.value)}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        maxLength={500}
        aria-describedby={`${id}-hint`}
        className="border-outline bg-raised min-h-12 w-full rounded-md border px-3 font-serif text-xl"
      />
      <p id={`${id}-hint`} className="text-soft text-xs">
        {text.typeHint}
      </p>
    </form>
  )
}
