import { z } from 'zod'

/** Slugs are lower-case letters, digits and hyphens. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)

export const slugParams = z.strictObject({ slug })

export const mediaParams = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

const imageName = z.string().regex(/^[\w-][\w.-]{0,99}$/)

export const importBody = z.strictObject({
  text: z.string().min(1).max(5_000_000).describe('A deck file: docs/deck-format.md'),
  images: z
    .record(imageName, z.base64())
    .refine((images) => Object.keys(images).length <= 500)
    .optional()
    .describe('The pictures that the text names as media:name, base64'),
})

const link = z.string().min(1).max(64).describe('Of the link to an unlisted deck')

export const linkQuery = z.strictObject({ link: link.optional() })

export const enrolmentBody = z.strictObject({
  presetId: z.string().max(64).optional(),
  link: link.optional(),
})

export const changeBody = z.strictObject({ visibility: z.enum(['PRIVATE', 'UNLISTED', 'PUBLIC']) })

const localized = z.object({ zh: z.string().optional(), en: z.string().optional() })

const deckSummary = z.object({
  id: z.string(),
  slug: z.string(),
  key: z.string().nullable(),
  title: localized,
  description: localized,
  locales: z.array(z.enum(['zh', 'en'])),
  visibility: z.enum(['PRIVATE', 'UNLISTED', 'PUBLIC']),
  by: z.enum(['house', 'you', 'somebody']),
  isEnrolled: z.boolean(),
  canEdit: z.boolean(),
  canOwn: z.boolean(),
  memberRole: z.enum(['EDITOR', 'VIEWER']).nullable(),
  isCopy: z.boolean(),
  cardCount: z.number().int(),
  version: z.number().int(),
  updatedAt: z.number().int().describe('Milliseconds since 1970'),
})

const side = z.object({ front: z.string().describe('HTML'), back: z.string().describe('HTML') })

const deckNote = z.object({
  key: z.string(),
  kind: z.enum(['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE']),
  tags: z.array(z.string()),
  source: z.string().optional(),
  revision: z.number().int(),
  exercise: z.unknown().optional(),
  cards: z.array(
    z.object({
      id: z.string(),
      ord: z.number().int().describe('Which side, or the cloze’s number less one'),
      sides: z.object({ zh: side.optional(), en: side.optional() }),
      answers: z
        .object({ zh: z.array(z.string()).optional(), en: z.array(z.string()).optional() })
        .optional(),
    }),
  ),
})

export const decksAnswer = z.object({ decks: z.array(deckSummary) })

export const deckAnswer = z.object({ deck: deckSummary, notes: z.array(deckNote) })

export const importAnswer = z.object({
  slug: z.string(),
  outcome: z.enum(['created', 'updated']),
  cardCount: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  removed: z.number().int(),
})

export const enrolmentAnswer = z.object({ deckId: z.string(), presetId: z.string() })

export const sharingAnswer = z.object({
  visibility: z.enum(['PRIVATE', 'UNLISTED', 'PUBLIC']),
  link: z.string().nullable(),
  barredReason: z.string().nullable().optional().describe('Why an administrator keeps it out of the gallery'),
})

export const linkAnswer = z.object({ link: z.string() })

export const copyAnswer = z.object({ slug: z.string() })

export const addImageAnswer = z.object({
  sha256: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
})

export const exerciseWishBody = z.strictObject({
  exercise: z.string().max(60),
  rung: z.int().min(1).max(20).default(1),
  form: z.enum(['stepwise', 'hard']).default('stepwise'),
  deck: slug.nullable().describe('The slug of a deck that you may edit; null makes a new one'),
})

export const addedExerciseAnswer = z.object({
  slug: z.string(),
  title: localized,
  key: z.string(),
  outcome: z.enum(['added', 'already']),
  isNewDeck: z.boolean(),
  isNewEnrolment: z.boolean(),
})

export const takenBackBody = z.strictObject({
  slug,
  key: z.string().max(80),
  isNewDeck: z.boolean(),
  isNewEnrolment: z.boolean(),
})
