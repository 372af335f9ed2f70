import { LOCALES, type Locale, type RenderedCard } from '@/lib/core/content/content'

export type ChangedLocales = { added: Locale[]; removed: Locale[]; changed: Locale[] }

/** In which languages a note's cards show something else than before. */
export function changedLocales(before: RenderedCard[], after: RenderedCard[]): ChangedLocales {
  const found: ChangedLocales = { added: [], removed: [], changed: [] }
  for (const locale of LOCALES) {
    const [was, is] = [before, after].map((cards) =>
      cards.flatMap(({ ord, sides, answers }) => {
        const side = sides[locale]
        return side ? [[ord, side.front, side.back, answers?.[locale] ?? null]] : []
      }),
    )
    if (was.length === 0 && is.length > 0) found.added.push(locale)
    else if (was.length > 0 && is.length === 0) found.removed.push(locale)
    else if (JSON.stringify(was) !== JSON.stringify(is)) found.changed.push(locale)
  }
  return found
}
