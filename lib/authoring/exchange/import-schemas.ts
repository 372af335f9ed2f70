import { z } from 'zod'

const group = z.string().max(300)
const tag = z.string().regex(/^[^\s,][^,\n]{0,59}$/)

export const importParams = z.strictObject({ id: z.string().min(1).max(64) })

export const startBody = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the upload: POST /uploads'),
  fileName: z.string().min(1).max(255),
})

export const optionsBody = z.strictObject({
  language: z.enum(['zh', 'en']),
  nested: z.enum(['tags', 'decks']),
  targets: z
    .record(group, z.string().max(80).nullable())
    .refine((targets) => Object.keys(targets).length <= 500)
    .describe('By group of decks: the slug of a deck of yours, or null for a new one'),
  tags: z.array(tag).max(20),
  scheduling: z.boolean(),
  conflicts: z.enum(['mine', 'file']).describe('What becomes of notes that both sides have changed'),
  except: z
    .array(z.number().int().min(0).max(1_000_000))
    .max(20_000)
    .refine((positions) => new Set(positions).size === positions.length)
    .describe('Positions of notes in conflict for which the other is chosen'),
  remove: z.boolean(),
  study: z.boolean(),
})

export const itemsQuery = z.strictObject({
  outcome: z.enum(['NEW', 'UPDATED', 'UNCHANGED', 'CONFLICT', 'UNREADABLE']),
  after: z.coerce.number().int().min(-1).max(1_000_000).default(-1),
})

const loss = z.object({
  code: z.string(),
  text: z.string(),
  count: z.number().int(),
  examples: z.array(z.string()),
})

const localized = z.object({ zh: z.string().optional(), en: z.string().optional() })

export const importAnswer = z.object({
  id: z.string(),
  fileName: z.string(),
  status: z.enum(['READING', 'READY', 'APPLYING', 'APPLIED', 'FAILED', 'UNDONE']),
  createdAt: z.number().int(),
  changedAt: z.number().int(),
  format: z.string(),
  progress: z.object({ stage: z.string(), done: z.number(), total: z.number() }).nullable(),
  problem: z
    .object({
      code: z.string(),
      text: z.string(),
      lines: z.array(z.object({ line: z.number().int(), text: z.string() })),
    })
    .nullable(),
  summary: z
    .object({
      noteCount: z.number().int(),
      imageCount: z.number().int(),
      hasScheduling: z.boolean(),
      hasOwnLanguages: z.boolean(),
      hasNestedDecks: z.boolean(),
      counts: z.record(z.string(), z.number().int()),
      removed: z.number().int(),
      undecided: z.number().int().describe('Of those in conflict, how many may be decided'),
      isReordered: z.boolean().describe('A deck that is there takes the order of the file'),
      kept: z.number().int().optional(),
      histories: z.number().int().optional(),
      losses: z.array(loss),
    })
    .nullable(),
  options: optionsBody
    .extend({
      decks: z.array(
        z.object({
          group: z.string(),
          title: localized,
          slug: z.string(),
          isNew: z.boolean(),
          noteCount: z.number().int(),
          missingCount: z.number().int(),
        }),
      ),
    })
    .nullable(),
  choices: z.array(z.object({ slug: z.string(), title: localized })).describe('Decks that notes may come to'),
})

export const startAnswer = z.object({ id: z.string() })
export const undoAnswer = z.object({
  kept: z.number().int().describe('Notes that were changed since, and stay'),
})
export const importsAnswer = z.object({ imports: z.array(importAnswer.omit({ choices: true })) })
export const itemsAnswer = z.object({
  items: z.array(
    z.object({
      position: z.number().int(),
      name: z.string(),
      reason: z.string().nullable(),
      mayChoose: z.boolean(),
      deck: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  next: z.number().int().nullable(),
})

export const exportQuery = z.strictObject({
  format: z.enum(['apkg', 'csv', 'json']),
  scheduling: z.enum(['yes', 'no']).default('no').describe('Your own memories go along, in a package'),
  link: z.string().min(1).max(64).optional(),
  progress: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('Before the file, lines of JSON that say how far it is; the last one names it, with its size'),
})
