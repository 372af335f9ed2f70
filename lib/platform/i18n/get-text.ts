import type { Locale } from '@/lib/core/content/content'
import type { TextModule } from './define-text'

/** A text module in the reader's language: on the server, and wherever the locale is at hand. */
export function getText<T>(text: TextModule<T>, locale: Locale): T {
  return text[locale]
}
