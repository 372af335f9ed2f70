import { cleanGif } from './clean-gif'
import { cleanJpeg } from './clean-jpeg'
import { cleanPng } from './clean-png'
import { cleanWebp } from './clean-webp'
import { findImageSize, type ImageSize } from './find-image-size'
import { findImageType, MAX_IMAGE_BYTES, type ImageType } from './find-image-type'

export const MAX_IMAGE_SIDE = 8_192
const MAX_IMAGE_PIXELS = 32_000_000

export type CleanImage = { mime: ImageType; size: ImageSize; bytes: Uint8Array<ArrayBuffer> }

export type ImageRefusal = 'image-type' | 'image-too-large' | 'image-broken' | 'image-dimensions'

export type Cleaned = { ok: true; image: CleanImage } | { ok: false; reason: ImageRefusal }

const CLEANERS: Record<ImageType, (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | null> = {
  'image/png': cleanPng,
  'image/jpeg': cleanJpeg,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
}

/**
 * A picture as it may be kept: its container is written anew from the parts that draw it, so that what a camera or a
 * program put beside them (EXIF with its places, XMP, comments, colour profiles, thumbnails, anything after the end)
 * is gone. Pixels are not touched. What is cut short or not as its format says is refused. Of a photograph's EXIF its
 * orientation alone is kept: without it the picture would lie on its side.
 */
export function cleanImage(bytes: Uint8Array): Cleaned {
  if (bytes.length > MAX_IMAGE_BYTES) return { ok: false, reason: 'image-too-large' }
  const mime = findImageType(bytes)
  if (mime === null) return { ok: false, reason: 'image-type' }
  const clean = CLEANERS[mime](bytes)
  const size = clean === null ? null : findImageSize(clean)
  if (clean === null || size === null) return { ok: false, reason: 'image-broken' }
  const isHuge =
    size.width > MAX_IMAGE_SIDE || size.height > MAX_IMAGE_SIDE || size.width * size.height > MAX_IMAGE_PIXELS
  return isHuge
    ? { ok: false, reason: 'image-dimensions' }
    : { ok: true, image: { mime, size, bytes: clean } }
}
