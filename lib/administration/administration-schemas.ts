import { rowId } from '@/lib/account/account-schemas'
import { plainText } from '@/lib/core/text/plain-text'
import { z } from 'zod'
import { AUDIT_GROUPS } from './audit-groups'

const instant = z.number().int().describe('Milliseconds since 1970')
const localized = z.object({ zh: z.string().optional(), en: z.string().optional() })
const named = z.object({ id: z.string(), name: z.string() }).nullable()

export const auditQuery = z.strictObject({
  group: z.enum(AUDIT_GROUPS).optional(),
  personId: rowId.optional(),
  deckId: rowId.optional(),
  before: rowId.optional(),
})

export const auditAnswer = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: instant,
      verb: z.string(),
      actor: named.describe(
        'null for a command at the server’s console, for the house’s own upkeep, and for who is gone',
      ),
      person: named,
      deck: z.object({ id: z.string(), slug: z.string(), title: localized }).nullable(),
      classroom: named,
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  next: z.string().nullable(),
})

export const allDecksQuery = z.strictObject({
  show: z.enum(['all', 'public', 'barred']).default('all'),
  ownerId: rowId.optional(),
  after: rowId.optional(),
})

export const allDecksAnswer = z.object({
  decks: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      title: localized,
      locales: z.array(z.enum(['zh', 'en'])),
      visibility: z.enum(['PRIVATE', 'UNLISTED', 'PUBLIC']),
      owner: named,
      isHouse: z.boolean(),
      notes: z.number().int(),
      cards: z.number().int(),
      learners: z.number().int(),
      createdAt: instant,
      barredReason: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
})

export const barBody = z.strictObject({
  reason: z.string().max(1_000).transform(plainText).pipe(z.string().trim().min(1)),
})

export const houseAnswer = z.object({
  version: z.string(),
  node: z.string(),
  upSince: instant,
  database: z.enum(['sqlite', 'postgres']),
  databaseBytes: z.number().int(),
  freeBytes: z.number().int().nullable(),
  figures: z.record(z.string(), z.number().int()),
  migrations: z.array(z.string()),
  backups: z.array(z.object({ madeAt: instant, reason: z.string(), bytes: z.number().int() })).nullable(),
})

const startedAt = instant
const finishedAt = instant

export const houseCheckAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('never') }),
  z.object({
    status: z.literal('running'),
    startedAt,
    heardAt: instant,
    done: z.number().int().describe('Learners whose logs were folded.'),
    total: z.number().int().describe('Of so many; 0 while the database reads its own file.'),
  }),
  z.object({
    status: z.literal('done'),
    startedAt,
    finishedAt,
    found: z.object({
      learners: z.number().int(),
      memories: z.number().int(),
      events: z.number().int(),
      differences: z.number().int(),
      problems: z.array(z.string()),
    }),
  }),
  z.object({
    status: z.literal('failed'),
    startedAt,
    finishedAt,
    failure: z.object({
      why: z.enum(['too-long', 'ended', 'failed', 'server-stopped']),
      detail: z.string(),
    }),
  }),
])
