import { LOCALES, type Localized, type NoteSource } from '@/lib/core/content/content'

const REFERENCE = /\]\(media:([\w.-]+)/g

/** The same fields with each name that `hashOf` knows replaced by its hash. */
export function withImageHashes(
  fields: Localized<NoteSource>,
  hashOf: (name: string) => string | undefined,
): Localized<NoteSource> {
  const replace = (text: string) =>
    text.replace(REFERENCE, (whole, name: string) => {
      const hash = hashOf(name)
      return hash === undefined ? whole : `](media:${hash}`
    })
  const changed: Localized<NoteSource> = {}
  for (const locale of LOCALES) {
    const field = fields[locale]
    if (field) changed[locale] = { ...field, front: replace(field.front), back: replace(field.back) }
  }
  return changed
}
