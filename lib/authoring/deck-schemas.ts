import { z } from 'zod'

/** Slugs are lower-case letters, digits and hyphens. */
export const slugParams = z.strictObject({ slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/) })

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

export const enrolmentBody = z.strictObject({ presetId: z.string().max(64).optional() })

export const changeBody = z.strictObject({ visibility: z.enum(['PRIVATE', 'UNLISTED', 'PUBLIC']) })
