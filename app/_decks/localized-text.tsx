import type { Locale, Localized } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { inLocale } from './in-locale'

/** An author's words, marked with the language that they are in. */
export function LocalizedText({ text, locale }: { text: Localized<string>; locale: Locale }) {
  const found = inLocale(text, locale)
  if (!found) return null
  return found.locale === locale ? found.value : <span lang={languageTag(found.locale)}>{found.value}</span>
}
