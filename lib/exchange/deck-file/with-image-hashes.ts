import { LOCALES, type Localized, type NoteSource } from '@/lib/core/content/content'

const REFERENCE = /\]\(media:([\w.-]+)/g

/** The same note with each image's name that `hashOf` knows replaced by its hash. */
export function withImageHashes<T extends { fields: Localized<NoteSource>; exercise?: unknown }>(
  note: T,
  hashOf: (name: string) => string | undefined,
): T {
  const replace = (text: string) =>
    text.replace(REFERENCE, (whole, name: string) => {
      const hash = hashOf(name)
      return hash === undefined ? whole : `](media:${hash}`
    })
  const fields: Localized<NoteSource> = {}
  for (const locale of LOCALES) {
    const field = note.fields[locale]
    if (field) fields[locale] = { ...field, front: replace(field.front), back: replace(field.back) }
  }
  // Names and hashes hold nothing that JSON writes otherwise.
  const exercise: unknown =
    note.exercise === undefined ? undefined : JSON.parse(replace(JSON.stringify(note.exercise)))
  return { ...note, fields, ...(exercise === undefined ? {} : { exercise }) }
}
