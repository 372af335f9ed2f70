import { LOCALES, type Localized, type NoteSource } from '@/lib/core/content/content'

const REFERENCE = /\]\(media:([\w.-]+)/g
export const IMAGE_HASH = /^[0-9a-f]{64}$/

/** The names after `media:` in a note's text, each once: a file's name, or the hash of an image the house has. */
export function listImageNames(fields: Localized<NoteSource>): string[] {
  const names = new Set<string>()
  for (const text of textsOf(fields)) for (const [, name] of text.matchAll(REFERENCE)) names.add(name)
  return [...names]
}

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

const textsOf = (fields: Localized<NoteSource>): string[] =>
  LOCALES.flatMap((locale) => (fields[locale] ? [fields[locale].front, fields[locale].back] : []))
