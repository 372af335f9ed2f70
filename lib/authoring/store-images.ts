import { createHash } from 'node:crypto'
import { findImageSize, type ImageSize } from '@/lib/exchange/image/find-image-size'
import { findImageType, MAX_IMAGE_BYTES, type ImageType } from '@/lib/exchange/image/find-image-type'
import type { Tables } from '@/lib/store/tables'

export type CheckedImage = {
  name: string
  sha256: string
  mime: ImageType
  size: ImageSize | null
  bytes: Uint8Array<ArrayBuffer>
}

export type ImageProblem = { name: string; reason: 'image-type' | 'image-too-large' }

/** By their bytes, never by their names: PNG, JPEG, WebP or GIF of at most 2 MB. */
export function checkImages(images: { name: string; bytes: Uint8Array<ArrayBuffer> }[]): {
  checked: CheckedImage[]
  problems: ImageProblem[]
} {
  const checked: CheckedImage[] = []
  const problems: ImageProblem[] = []
  for (const { name, bytes } of images) {
    const mime = findImageType(bytes)
    if (bytes.length > MAX_IMAGE_BYTES) problems.push({ name, reason: 'image-too-large' })
    else if (mime === null) problems.push({ name, reason: 'image-type' })
    else
      checked.push({
        name,
        mime,
        bytes,
        size: findImageSize(bytes),
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
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
