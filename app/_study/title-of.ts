import { LOCALES, type Locale, type Localized } from '@/lib/core/content/content'

export function titleOf(title: Localized<string>, wanted: Locale): { locale: Locale; text: string } {
  for (const locale of [wanted, ...LOCALES]) {
    const text = title[locale]
    if (text) return { locale, text }
  }
  return { locale: wanted, text: '' }
}
