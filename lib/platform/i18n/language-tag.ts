import type { Locale } from '@/lib/core/content/content'

/** BCP 47, for `lang` attributes and Intl: "zh" alone lets some systems pick Japanese or traditional glyphs. */
export function languageTag(locale: Locale): string {
  return locale === 'zh' ? 'zh-CN' : 'en'
}
