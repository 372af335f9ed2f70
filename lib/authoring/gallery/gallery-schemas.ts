import { LOCALES } from '@/lib/core/content/content'
import { z } from 'zod'

const localized = z.object({ zh: z.string().optional(), en: z.string().optional() })

/** From a query string, where everything is text. */
export const galleryQuery = z.strictObject({
  search: z.string().max(200).default(''),
  language: z.enum(LOCALES).optional(),
  minCards: z.coerce.number().int().min(0).max(100_000).optional(),
  order: z.enum(['learners', 'newest', 'cards']).default('learners'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

export const galleryAnswer = z.object({
  decks: z.array(
    z.object({
      slug: z.string(),
      title: localized,
      description: localized,
      locales: z.array(z.enum(LOCALES)),
      cards: z.number().int(),
      learners: z.number().int().nullable().describe('null below a handful'),
      updatedAt: z.number().int().describe('Milliseconds since 1970'),
      isEnrolled: z.boolean(),
    }),
  ),
  count: z.number().int(),
  pages: z.number().int(),
  page: z.number().int(),
})
