import { LOCALES, type Locale, type Localized } from '@/lib/core/content/content'

/** In the reader's language where it is written in it, else in the other. */
export function sideOf<T>(sides: Localized<T>, locale: Locale): { side: T; locale: Locale } | null {
  for (const each of [locale, ...LOCALES]) {
    const side = sides[each]
    if (side !== undefined) return { side, locale: each }
  }
  return null
}
