import { z } from 'zod'
import { LOCALES } from '@/lib/core/content/content'
import type { ImageType } from '../image/find-image-type'
import { plainNote, type OwnNote } from '../own-note'
import type { OutgoingDeck } from '../outgoing'

const localized = z.partialRecord(z.enum(LOCALES), z.string().max(5_000))

const head = {
  format: z.literal('unroll-deck'),
  version: z.literal(1),
  deck: z.strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      .max(64),
    title: localized,
    description: localized,
  }),
}

/** A deck as JSON, whole: with its pictures, base64 by their hash. */
export const deckJson = z.object({
  ...head,
  notes: z.array(z.unknown()).max(20_000),
  images: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string()).optional(),
})

/** The same deck is always written the same way. */
export function writeDeckJson(
  deck: OutgoingDeck,
  notes: readonly OwnNote[],
  images: readonly { sha256: string; mime: ImageType; base64: string }[],
): string {
  const { key, title, description } = deck
  return JSON.stringify(
    {
      format: 'unroll-deck',
      version: 1,
      deck: { key, title, description },
      notes: notes.map(plainNote),
      images: Object.fromEntries(images.map(({ sha256, base64 }) => [sha256, base64])),
    },
    null,
    1,
  )
}
