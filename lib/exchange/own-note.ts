import { z } from 'zod'
import { authoredExerciseSchema } from './authored-exercise/authored-exercise-schema'
import { LOCALES, type Localized, type NoteSource } from '@/lib/core/content/content'

const source = z.strictObject({
  front: z.string().max(200_000),
  back: z.string().max(200_000),
  answers: z.array(z.string().max(2_000)).max(100).optional(),
})

const fields = z.partialRecord(z.enum(LOCALES), source) satisfies z.ZodType<Localized<NoteSource>>

const reference = z.strictObject({
  id: z.string().min(1).max(100),
  parameters: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])),
})

/** A note as our own formats carry it: everything that it was written with. */
export const ownNote = z.strictObject({
  key: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u),
  kind: z.enum(['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE']),
  tags: z.array(z.string().max(200)).max(50),
  source: z.string().max(500).optional(),
  fields,
  exercise: z.union([reference, authoredExerciseSchema]).optional(),
})

export type OwnNote = Omit<z.output<typeof ownNote>, 'exercise'> & { exercise?: unknown }

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
