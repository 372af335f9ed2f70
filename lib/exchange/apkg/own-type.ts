import { createHash } from 'node:crypto'
import { LOCALES, type Locale, type NoteKind } from '@/lib/core/content/content'
import { ownNote, type OwnNote } from '../own-note'

/** The last field of our own note types: the note as it was written here, so that what HTML cannot say comes back too. */
export const OWN_FIELD = 'Unroll'

export const PARTS = ['Front', 'Back', 'Answer'] as const
export type Part = (typeof PARTS)[number]

/** "Front" where there is one language, "Front zh" where there are two. */
export const fieldName = (part: Part, locale: Locale, locales: readonly Locale[]): string =>
  locales.length === 1 ? part : `${part} ${locale}`

export const partsOfKind = (kind: NoteKind): readonly Part[] =>
  kind === 'TYPED' ? PARTS : (['Front', 'Back'] as const)

type Written = { note: OwnNote; seen: string }

/** What the own field says, with a mark of the fields that it was written beside. */
export const writeOwnField = (note: OwnNote, values: readonly string[]): string =>
  JSON.stringify({ unroll: 1, seen: markOf(values), note })

/** Null when it is not ours. `isUntouched`: nobody has changed the visible fields since. */
export function readOwnField(
  text: string,
  values: readonly string[],
): { note: OwnNote; isUntouched: boolean } | null {
  if (text.length > 500_000) return null
  try {
    const written: Partial<Written> = JSON.parse(withoutHtml(text))
    const note = ownNote.safeParse(written.note)
    return note.success ? { note: note.data, isUntouched: written.seen === markOf(values) } : null
  } catch {
    return null
  }
}

/** Anki's editor may write a field's signs as entities. */
const withoutHtml = (text: string) =>
  text.startsWith('{"')
    ? text
    : text
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&')

const markOf = (values: readonly string[]) =>
  createHash('sha256').update(values.join('\x1f')).digest('hex').slice(0, 16)

export const localesOf = (note: Pick<OwnNote, 'fields'>): Locale[] =>
  LOCALES.filter((locale) => note.fields[locale])
