import { LOCALES, type Locale, type Localized } from '@/lib/core/content/content'

/** The reader's language where the author wrote it, else the other one: the text and the language it is in. */
export function inLocale<T>(content: Localized<T>, wanted: Locale): { locale: Locale; value: T } | null {
  for (const locale of [wanted, ...LOCALES]) {
    const value = content[locale]
    if (value !== undefined) return { locale, value }
  }
  return null
}
