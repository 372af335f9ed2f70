import { z } from 'zod'
import { DECK_PARTS } from './find-deck-changes'

const localized = z.object({ zh: z.string().optional(), en: z.string().optional() })
const words = z
  .looseObject({ kind: z.string(), tags: z.array(z.string()), fields: z.record(z.string(), z.unknown()) })
  .nullable()

export const takeOverBody = z.strictObject({
  keys: z.array(z.string().min(1).max(80)).max(5_000).optional().describe('Of notes'),
  parts: z
    .array(z.enum(DECK_PARTS))
    .max(DECK_PARTS.length)
    .optional()
    .describe('Of the deck itself. Where neither these nor keys are named, everything is taken over'),
  isRestKept: z.boolean().default(false).describe('The rest stays as it is here, and is not shown again'),
})

export const upstreamAnswer = z.object({
  deck: z.object({ slug: z.string(), title: localized, canEdit: z.boolean() }),
  state: z.enum(['current', 'changed', 'unreadable']),
  original: z.object({ slug: z.string(), title: localized, version: z.number().int() }).nullable(),
  changes: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(['added', 'changed', 'removed']),
      isConflict: z.boolean(),
      noteId: z.string().nullable(),
      draftVersion: z.number().int(),
      ours: words,
      merged: words,
    }),
  ),
  deckChanges: z.array(
    z.object({
      part: z.enum(DECK_PARTS),
      isConflict: z.boolean(),
      ours: localized.nullable(),
      merged: localized.nullable(),
    }),
  ),
})

export const takenAnswer = z.object({ taken: z.number().int(), left: z.number().int() })
