import { z } from 'zod'
import { slugParams } from '../deck-schemas'

const MAX_NOTES_A_REQUEST = 500

const noteId = z.uuid()
const localized = (max: number) =>
  z.strictObject({ zh: z.string().max(max).optional(), en: z.string().max(max).optional() })

const source = z.strictObject({
  front: z.string().max(20_000),
  back: z.string().max(20_000),
  answers: z.array(z.string().max(1_000)).max(20).optional(),
})
const fields = z.strictObject({ zh: source.optional(), en: source.optional() })
const tag = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^,\n]*$/)
const tags = z.array(tag).max(50)
const kind = z.enum(['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE'])
const exercise = z
  .unknown()
  .refine((value) => JSON.stringify(value ?? null).length <= 50_000)
  .describe('EXERCISE: which exercise, with its parameters')

const content = {
  kind: kind.optional(),
  tags: tags.optional(),
  fields: fields.optional(),
}

export const noteParams = slugParams.extend({ id: noteId })

export const newDeckBody = z.strictObject({
  id: noteId.describe('Made by you: sent again, it is the same deck'),
  title: localized(200).refine(({ zh, en }) => Boolean(zh?.trim() || en?.trim())),
  description: localized(5_000).optional(),
})

export const deckDraftBody = z.strictObject({
  title: localized(200),
  description: localized(5_000),
  before: z
    .strictObject({ title: localized(200), description: localized(5_000) })
    .describe('As it was when you began: when it is another by now, nothing is overwritten'),
})

export const newNoteBody = z.strictObject({
  ...content,
  id: noteId.describe('Made by you: sent again, it is the same note'),
  key: z
    .string()
    .regex(/^[\p{L}\p{N}_.-]{1,80}$/u)
    .optional(),
  after: noteId.nullable().optional().describe('null: at the beginning; left out: at the end'),
  copyOf: noteId.optional().describe('A note of the deck to begin from'),
  source: z.string().max(500).optional(),
  exercise: exercise.optional(),
})

export const noteDraftBody = z.strictObject({
  ...content,
  draftVersion: z.int().min(0).describe('As last read: when somebody saved since, nothing is overwritten'),
  source: z.string().max(500).nullable().optional(),
  exercise: exercise.optional().describe('null takes it away'),
})

export const discardBody = z.strictObject({ draftVersion: z.int().min(0) })

const ids = z.array(noteId).min(1).max(MAX_NOTES_A_REQUEST)

const operation = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add-tags'), ids, tags: tags.min(1) }),
  z.strictObject({ do: z.literal('remove-tags'), ids, tags: tags.min(1) }),
  z.strictObject({ do: z.literal('set-kind'), ids, kind }),
  z.strictObject({ do: z.literal('delete'), ids }),
  z.strictObject({ do: z.literal('restore'), ids }),
  z.strictObject({
    do: z.literal('move'),
    ids,
    after: noteId.nullable().describe('In the order of ids after this note; null: to the beginning'),
  }),
])

export const changeNotesBody = z.strictObject({
  operations: z
    .array(operation)
    .min(1)
    .max(MAX_NOTES_A_REQUEST)
    .refine((all) => all.reduce((sum, { ids }) => sum + ids.length, 0) <= MAX_NOTES_A_REQUEST)
    .describe(`One after the other; at most ${MAX_NOTES_A_REQUEST} ids in all`),
})

const side = z.object({ front: z.string().describe('HTML'), back: z.string().describe('HTML') })
const state = z.enum(['new', 'changed', 'deleted', 'published'])
const savedBy = z.object({ name: z.string(), isYou: z.boolean(), at: z.int() }).nullable()
const locale = z.enum(['zh', 'en'])
const words = {
  kind,
  tags: z.array(z.string()),
  source: z.string().optional(),
  fields,
  exercise: z.unknown().optional(),
}

export const noteProblem = z.object({
  code: z.string(),
  locale: locale.optional(),
  part: z.enum(['front', 'back', 'answer']).optional(),
  line: z.int().optional().describe('From 1, in that part'),
  column: z.int().optional(),
  detail: z.string().optional(),
  at: z.string().optional().describe('In an exercise of one’s own, as answers.0.formula'),
  from: z.int().optional().describe('The characters of a formula, from 0'),
  to: z.int().optional(),
  message: z.string().describe('In your language'),
})

const noteView = z.object({
  ...words,
  id: z.string(),
  key: z.string(),
  state,
  draftVersion: z.int(),
  revision: z.int(),
  savedBy,
  published: z.object(words).nullable(),
  cards: z.array(
    z.object({
      ord: z.int(),
      sides: z.object({ zh: side.optional(), en: side.optional() }),
      answers: z
        .object({ zh: z.array(z.string()).optional(), en: z.array(z.string()).optional() })
        .optional(),
    }),
  ),
  problems: z.array(noteProblem).describe('What keeps it from being published'),
})

export const newDeckAnswer = z.object({ slug: z.string() })

export const noteDraftAnswer = z.object({ note: noteView })

export const discardAnswer = z.object({ note: noteView, discarded: z.object(words).nullable() })

export const deckDraftAnswer = z.object({
  draft: z.object({ title: localized(200), description: localized(5_000) }),
  isDeckChanged: z.boolean(),
})

export const changeNotesAnswer = z.object({
  notes: z.array(z.object({ id: z.string(), draftVersion: z.int(), state })),
  undo: z.array(operation).describe('Brings everything back when it is sent to the same address'),
})

export const draftListAnswer = z.object({
  deck: z.looseObject({ slug: z.string(), canEdit: z.boolean(), version: z.int() }),
  draft: z.object({ title: localized(200), description: localized(5_000) }),
  isDeckChanged: z.boolean(),
  notes: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      kind,
      tags: z.array(z.string()),
      state,
      isMoved: z.boolean(),
      isUnfinished: z.boolean(),
      draftVersion: z.int(),
      revision: z.int(),
      savedBy,
      locales: z.array(locale),
      excerpt: localized(200),
      reports: z.int(),
    }),
  ),
})

export const searchQuery = z.strictObject({ words: z.string().min(1).max(200) })

export const searchAnswer = z.object({ ids: z.array(z.string()) })

export const duplicatesAnswer = z.object({
  groups: z.array(
    z.object({
      likeness: z.enum(['same', 'near']).describe('same: but for case, width, spacing and punctuation'),
      ids: z.array(z.string()),
    }),
  ),
})
