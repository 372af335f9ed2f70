import type { SignedIn } from '@/lib/core/access/actor'
import { findImageSize, type ImageSize } from '@/lib/exchange/image/find-image-size'
import type { IncomingImage, IncomingNote } from '@/lib/exchange/incoming'
import type { Store } from '@/lib/store/store'
import { getMedia } from '../get-media'

const MAX_NAMED = 2_000

export type ReadableImages = {
  /** A hash that the file names a picture by to the one that it has here. */
  hashOf: (given: string) => string
  /** Of every picture that the notes may show. */
  sizes: [string, ImageSize | null][]
}

/**
 * The pictures that the notes of a file may show: those that it brings, and those of the house that it names by hash
 * and its sender may read. What is here already is left as it is.
 */
export async function readableImages(
  store: Store,
  actor: SignedIn,
  notes: readonly IncomingNote[],
  images: readonly IncomingImage[],
): Promise<ReadableImages> {
  const sizes = new Map<string, ImageSize | null>(images.map(({ sha256, size }) => [sha256, size]))
  const cleaned = new Map(images.map(({ givenHash, sha256 }) => [givenHash, sha256]))
  const named = new Set<string>()
  for (const { text } of notes) {
    if (!('fields' in text)) continue
    for (const { front, back } of Object.values(text.fields))
      for (const [, hash] of `${front}\n${back}`.matchAll(/\]\(media:([0-9a-f]{64})/g)) named.add(hash)
  }
  for (const hash of [...named].slice(0, MAX_NAMED)) {
    if (sizes.has(hash)) continue
    const media = await getMedia(store, actor, { sha256: hash })
    if (media.ok) sizes.set(hash, findImageSize(media.value.bytes))
  }
  return {
    hashOf: (given) => (sizes.has(given) ? given : (cleaned.get(given) ?? given)),
    sizes: [...sizes],
  }
}
