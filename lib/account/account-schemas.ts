import { THEMES } from '@/lib/core/access/learner'
import { LOCALES } from '@/lib/core/content/content'
import { z } from 'zod'

/** Lengths here only keep out what is absurd: what a password or an address must be is the room's to say. */
const email = z.string().min(3).max(254)
const password = z.string().min(1).max(1_000)
const secret = z.string().min(20).max(200)
const name = z.string().trim().min(1).max(80)
const locale = z.enum(LOCALES)
const timeZone = z
  .string()
  .min(1)
  .max(64)
  .meta({ examples: ['Asia/Shanghai', 'Europe/Berlin'] })
const instant = z.number().int().meta({ description: 'Milliseconds since 1970 (UTC).' })

export const rowId = z.string().min(1).max(64)
export const byId = z.strictObject({ id: rowId })

export const roleSchema = z.enum(['LEARNER', 'INSTRUCTOR', 'ADMIN'])
export const scopeSchema = z.enum(['read', 'study', 'author', 'teach'])

export const learnerSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  guest: z.boolean(),
  locale,
  timeZone: z.string(),
  dayStartsAtHour: z.number().int(),
  theme: z.enum(THEMES),
  swipes: z.boolean(),
})

export const signUpBody = z.strictObject({
  name,
  email,
  password,
  locale: locale.optional(),
  timeZone: timeZone.optional(),
})

export const settingsBody = z
  .strictObject({
    name: name.optional(),
    locale: locale.optional(),
    theme: z.enum(THEMES).optional(),
    timeZone: timeZone.optional(),
    dayStartsAtHour: z.number().int().min(0).max(23).optional(),
    swipes: z.boolean().optional(),
  })
  .meta({ description: 'What is left out stays as it is.' })

export const passwordBody = z.strictObject({
  current: z
    .string()
    .max(1_000)
    .default('')
    .meta({ description: 'Empty for an account that has no password yet.' }),
  next: password,
})
export const emailBody = z.strictObject({ email, password: password.optional() })
export const forgottenBody = z.strictObject({ email })
export const resetBody = z.strictObject({ token: secret, password })
export const claimBody = z.strictObject({ token: secret })

export const deleteBody = z.strictObject({
  password: password.optional(),
  decks: z
    .record(
      rowId,
      z.union([z.strictObject({ withdraw: z.literal(true) }), z.strictObject({ handOverTo: rowId })]),
    )
    .default({})
    .meta({
      description:
        'What becomes of each owned deck, by its id; it is handed over to the user id of one of its heirs.',
    }),
})

export const tokenBody = z.strictObject({
  name,
  scopes: z.array(scopeSchema).min(1).max(4),
  expiresAt: instant.nullable().default(null),
})

export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(scopeSchema),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
})

export const sessionSchema = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  userAgent: z.string(),
})

export const accountSchema = z.object({
  hasPassword: z.boolean(),
  providers: z.array(z.object({ provider: z.string(), label: z.string(), createdAt: instant })),
  mergeOffer: z.object({ events: z.number().int(), classes: z.number().int() }).nullable(),
  ownedDecks: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      title: z.record(z.string(), z.string()),
      heirs: z.array(z.object({ userId: z.string(), name: z.string() })).describe('Its co-authors'),
    }),
  ),
})

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  createdAt: instant,
})

export const peopleQuery = z.strictObject({
  search: z.string().max(200).default(''),
  after: rowId.optional(),
})
export const peopleSchema = z.object({ people: z.array(personSchema), next: z.string().nullable() })
export const roleBody = z.strictObject({ role: roleSchema })
