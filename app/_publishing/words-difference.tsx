'use client'

import type { Difference } from '@/lib/authoring/publishing/get-difference'
import { LOCALES, type Localized } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { decksText } from '../_text/decks'
import { publishingText } from '../_text/publishing'
import { ChangeMark } from './change-mark'

/** Title and description, before and after, in each language in which they differ. */
export function WordsDifference({ words }: { words: NonNullable<Difference['words']> }) {
  const text = useText(publishingText)
  const decks = useText(decksText)
  const { before, after } = words
  const changed = LOCALES.filter((locale) =>
    (['title', 'description'] as const).some(
      (of) => (before[of][locale] ?? '') !== (after[of][locale] ?? ''),
    ),
  )
  const shown = (
    title: Localized<string>,
    description: Localized<string>,
    locale: (typeof LOCALES)[number],
  ) => (
    <div lang={languageTag(locale)} className="border-hairline rounded-lg border px-4 py-4 sm:px-6">
      <p className="font-serif text-lg">{title[locale] || <i className="text-soft">{text.noText}</i>}</p>
      <p className="text-soft text-sm whitespace-pre-line">{description[locale]}</p>
    </div>
  )
  return (
    <section className="border-hairline grid gap-5 border-t py-7">
      <h3 className="flex items-baseline gap-3 font-sans text-sm">
        <ChangeMark change="changed">{text.change.changed}</ChangeMark>
        <span className="text-soft font-normal">{text.titleChanged}</span>
      </h3>
      {changed.map((locale) => (
        <div key={locale} className="grid gap-6 md:grid-cols-2 md:gap-10">
          {[before, after].map((of, i) => (
            <div key={i} className="grid content-start gap-2">
              <p className="text-soft text-xs font-medium">
                {i === 0 ? text.before : text.after}
                {changed.length > 1 ? ` · ${decks.languages[locale]}` : null}
              </p>
              {shown(of.title, of.description, locale)}
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
