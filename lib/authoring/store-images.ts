import { createHash } from 'node:crypto'
import { cleanImage, type CleanImage, type ImageRefusal } from '@/lib/exchange/image/clean-image'
import type { Tables } from '@/lib/store/tables'

export type CheckedImage = CleanImage & { name: string; sha256: string }

export type ImageProblem = { name: string; reason: ImageRefusal }

/** By their bytes, never by their names: see cleanImage. The hash is that of what is left of them. */
export function checkImages(images: { name: string; bytes: Uint8Array<ArrayBuffer> }[]): {
  checked: CheckedImage[]
  problems: ImageProblem[]
} {
  const checked: CheckedImage[] = []
  const problems: ImageProblem[] = []
  for (const { name, bytes } of images) {
    const cleaned = cleanImage(bytes)
    if (!cleaned.ok) problems.push({ name, reason: cleaned.reason })
    else {
      const sha256 = createHash('sha256').update(cleaned.image.bytes).digest('hex')
      checked.push({ ...cleaned.image, name, sha256 })
    }
  }
  return { checked, problems }
}

/** Stores what is used and links it to the deck, which is how it may be read. */
export async function storeImages(
  tables: Tables,
  deckId: string,
  images: CheckedImage[],
  used: string[],
  now: number,
): Promise<void> {
  for (const { sha256, mime, bytes } of images) {
    if (used.includes(sha256)) await tables.media.put({ sha256, mime, bytes, createdAt: now })
  }
  await tables.deckMedia.add(deckId, used)
}
