import type { Bilingual } from '../cells/bilingual'
import type { Localized } from '../content/content'

/** A text for every reader: in their language where it was written in it, else in the other one. */
export const inBothLanguages = ({ en = '', zh = '' }: Localized<string>): Bilingual => ({
  en: en === '' ? zh : en,
  zh: zh === '' ? en : zh,
})
