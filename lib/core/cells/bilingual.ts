import type { Locale } from '../content/content'

/** A text that exists in every language of the house. */
export type Bilingual = Record<Locale, string>
