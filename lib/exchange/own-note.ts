import { z } from 'zod'
import { LOCALES, type Localized, type NoteSource } from '@/lib/core/content/content'

const source = z.strictObject({
  front: z.string().max(200_000),
  back: z.string().max(200_000),
  answers: z.array(z.string().max(2_000)).max(100).optional(),
})

const fields = z.partialRecord(z.enum(LOCALES), source) satisfies z.ZodType<Localized<NoteSource>>

/** A note as our own formats carry it: everything that it was written with. */
export const ownNote = z.strictObject({
  key: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u),
  kind: z.enum(['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE']),
  tags: z.array(z.string().max(200)).max(50),
  source: z.string().max(500).optional(),
  fields,
  exercise: z.unknown().optional(),
})

export type OwnNote = z.output<typeof ownNote>

/** The same order of parts each time, so that the same note is written the same way. */
export function plainNote(note: OwnNote): OwnNote {
  const { key, kind, tags, source: from, exercise } = note
  const inOrder = Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const field = note.fields[locale]
      if (!field) return []
      const { front, back, answers } = field
      return [[locale, { front, back, ...(answers ? { answers } : {}) }]]
    }),
  )
  return {
    key,
    kind,
    tags,
    ...(from === undefined ? {} : { source: from }),
    fields: inOrder,
    ...(exercise === undefined ? {} : { exercise }),
  }
}
