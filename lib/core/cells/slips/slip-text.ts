import type { Bilingual } from '../bilingual'

/** Name and explanation of a slip in both languages; never a number. */
export type SlipText = { name: Bilingual; explanation: Bilingual }

export const slipText = (en: [string, string], zh: [string, string]): SlipText => ({
  name: { en: en[0], zh: zh[0] },
  explanation: { en: en[1], zh: zh[1] },
})
