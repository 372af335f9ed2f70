'use client'

import { LOCALES, type Locale } from '@/lib/core/content/content'
import type { Text } from '@/lib/core/authored-exercises/authored-exercise'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { CONTROL, FieldFrame } from '../_ui/field'
import { useFormPrefix } from './form-prefix'
import { idOfPlace, useProblemAt } from './form-problems'

type TextPairProps = {
  at: string
  name: string
  value: Text
  onChange: (value: Text) => void
  /** More than one makes it a field for Markdown. */
  rows?: number
  hint?: string
}

/** One text in both languages, side by side where there is room. */
export function TextPair(props: TextPairProps) {
  return (
    <div className="grid gap-1.5">
      <div className="grid items-start grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))] gap-x-5 gap-y-3">
        {LOCALES.map((locale) => (
          <OneLanguage key={locale} {...props} locale={locale} />
        ))}
      </div>
      {props.hint ? <p className="text-soft max-w-measure text-sm">{props.hint}</p> : null}
    </div>
  )
}

function OneLanguage({ at, name, value, onChange, rows = 1, locale }: TextPairProps & { locale: Locale }) {
  const text = useText(exerciseFormText)
  const reader = useLocale()
  const id = idOfPlace(useFormPrefix(), at, locale)
  const problem = useProblemAt(at, locale)
  const written = value[locale] ?? ''
  const shared = {
    id,
    value: written,
    lang: languageTag(locale),
    spellCheck: false,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-error` : undefined,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const { [locale]: _before, ...other } = value
      onChange(currentTarget.value === '' ? other : { ...other, [locale]: currentTarget.value })
    },
  }
  return (
    <FieldFrame id={id} label={text.inLanguage(name, text.language[locale])} error={problem?.message[reader]}>
      {rows === 1 ? (
        <input {...shared} maxLength={200} className={CONTROL} />
      ) : (
        <textarea {...shared} rows={rows} maxLength={5_000} className={`${CONTROL} field-sizing-content`} />
      )}
    </FieldFrame>
  )
}
