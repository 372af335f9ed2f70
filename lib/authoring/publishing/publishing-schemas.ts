import { z } from 'zod'
import { slugParams } from '../deck-schemas'
import { noteProblem } from '../drafts/draft-schemas'

const MAX_MARKED = 20_000

export const versionParams = slugParams.extend({ version: z.coerce.number().int().min(0).max(1_000_000_000) })

export const partQuery = z.strictObject({
  from: z.coerce.number().int().min(0).max(100_000).optional().describe('Where the part with cards begins'),
})

export const publishBody = z.strictObject({
  seen: z
    .string()
    .max(40)
    .describe('Of the difference that you looked at; when anything changed since, nothing is published'),
  line: z.string().trim().max(500).describe('For the change log, which learners read'),
  askAgain: z
    .array(z.uuid())
    .max(MAX_MARKED)
    .optional()
    .describe('Notes that changed their meaning: due now for all who know them'),
  leaveOut: z.array(z.uuid()).max(MAX_MARKED).optional().describe('Notes whose drafts stay drafts'),
})

export const restoreBody = z.strictObject({
  current: z.int().describe('The version that you looked at; when it is another by now, nothing is done'),
  line: z.string().trim().max(500).optional(),
})

const counts = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  moved: z.int(),
  askedAgain: z.int().describe('Cards'),
  restored: z.int().optional().describe('The version that was brought back'),
})

const localized = z.object({ zh: z.string().optional(), en: z.string().optional() })
const words = z.object({ title: localized, description: localized })
const side = z.object({ front: z.string().describe('HTML'), back: z.string().describe('HTML') })
const card = z.object({
  ord: z.int(),
  sides: z.object({ zh: side.optional(), en: side.optional() }),
  answers: z.object({ zh: z.array(z.string()).optional(), en: z.array(z.string()).optional() }).optional(),
})
const kind = z.enum(['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE'])
const deck = z.looseObject({ slug: z.string(), title: localized, version: z.int() })

export const publishedAnswer = z.object({ version: z.int(), counts })

export const differenceAnswer = z.object({
  deck,
  seen: z.string(),
  isFirst: z.boolean(),
  words: z.object({ before: words, after: words }).nullable(),
  counts: z.object({
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    moved: z.int(),
    unfinished: z.int(),
  }),
  notes: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      change: z.enum(['added', 'changed', 'removed', 'moved']),
      isMoved: z.boolean(),
      kind,
      before: z.array(card).nullable(),
      after: z.array(card).nullable(),
      cardsRetired: z.int(),
      cardsAdded: z.int(),
      problems: z.array(noteProblem),
    }),
  ),
})

export const historyAnswer = z.object({
  deck,
  canLook: z.boolean(),
  entries: z.array(
    z.object({
      version: z.int(),
      at: z.int().describe('Milliseconds since 1970'),
      line: z.string(),
      counts,
      by: z.string().nullable().describe('Told to the deck’s authors alone'),
      isCurrent: z.boolean(),
    }),
  ),
})

export const versionAnswer = z.object({
  deck,
  version: z.int(),
  at: z.int(),
  line: z.string(),
  isCurrent: z.boolean(),
  title: localized,
  description: localized,
  noteCount: z.int(),
  addedSince: z.int(),
  changedSince: z.int(),
  goneSince: z.int(),
  from: z.int(),
  notes: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      kind,
      tags: z.array(z.string()),
      revision: z.int(),
      now: z.enum(['same', 'changed', 'gone']),
      cards: z.array(card),
    }),
  ),
})
