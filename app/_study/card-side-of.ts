import { LOCALES, type Locale, type RenderedSide } from '@/lib/core/content/content'
import type { PackCard } from '@/lib/core/study/study-pack'

/** The card in the reader's language, or in the one it is written in. */
export function cardSideOf(card: PackCard, wanted: Locale): { locale: Locale; side: RenderedSide } {
  for (const locale of [wanted, ...LOCALES]) {
    const side = card.sides[locale]
    if (side) return { locale, side }
  }
  return { locale: wanted, side: { front: '', back: '' } }
}
