import { rowId } from '@/lib/account/account-schemas'
import { LOCALES } from '@/lib/core/content/content'
import { plainText } from '@/lib/core/text/plain-text'
import { z } from 'zod'
import { slugParams } from '../deck-schemas'

export const MAX_MESSAGE = 2_000
export const MAX_SIDE = 20_000

const locale = z.enum(LOCALES)
const instant = z.number().int().describe('Milliseconds since 1970')
const message = z.string().max(MAX_MESSAGE).transform(plainText).pipe(z.string().trim())
const side = z.string().max(MAX_SIDE).transform(plainText)

const proposal = z.strictObject({
  front: side,
  back: side,
  answers: z.array(z.string().max(1_000).transform(plainText)).max(20).optional(),
})

const source = z.object({ front: z.string(), back: z.string(), answers: z.array(z.string()).optional() })

export const cardParams = z.strictObject({ id: rowId })
export const reportParams = slugParams.extend({ id: rowId })

export const reportBody = z.strictObject({
  learner: rowId.describe('Whose report it is: refused when somebody else is signed in by now'),
  id: z.uuid().describe('Made by you: sent again, it is the same report'),
  cardId: rowId,
  noteRevision: z.number().int().min(0).describe('Of the note that you saw'),
  locale,
  text: message.describe('Plain text. May be empty beside a proposal'),
  proposal: proposal.optional().describe('The text of that language as you would have it'),
})

export const acceptBody = z.strictObject({
  answer: message.optional(),
  anyway: z.boolean().default(false).describe('Takes the proposal where the note changed since, too'),
})

export const answerBody = z.strictObject({ answer: message.pipe(z.string().min(1)) })

export const reportsQuery = z.strictObject({
  status: z.enum(['open', 'settled']).default('open'),
  after: rowId.optional(),
})

export const reportedAnswer = z.object({ id: z.string() })

export const cardTextAnswer = z.object({
  kind: z.enum(['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE']),
  revision: z.number().int(),
  fields: z.object({ zh: source.optional(), en: source.optional() }),
})

const status = z.enum(['OPEN', 'ACCEPTED', 'ANSWERED'])

export const reportsAnswer = z.object({
  deck: z.looseObject({ slug: z.string() }),
  canAnswer: z.boolean(),
  reports: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['PROBLEM', 'PROPOSAL']),
      status,
      locale,
      text: z.string(),
      proposal: source.nullable(),
      by: z.string().nullable().describe('null for a guest, and when the account is gone'),
      createdAt: instant,
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
      note: z.object({
        id: z.string(),
        key: z.string(),
        isGone: z.boolean(),
        seen: source.nullable().describe('As the learner saw it'),
        now: source.nullable().describe('As its authors have it'),
        card: z.object({ front: z.string(), back: z.string() }).nullable().describe('HTML'),
      }),
      conflicts: z.array(z.enum(['front', 'back', 'answers'])),
    }),
  ),
  next: z.string().nullable(),
})

export const ownReportsAnswer = z.object({
  unseen: z.number().int(),
  reports: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['PROBLEM', 'PROPOSAL']),
      status,
      text: z.string(),
      deck: z.object({ title: z.object({ zh: z.string().optional(), en: z.string().optional() }) }),
      locale,
      front: z.string().describe('HTML'),
      createdAt: instant,
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
      isNew: z.boolean(),
    }),
  ),
})

export const unseenAnswer = z.object({ unseen: z.number().int() })
