import type { StudyPack } from '@/lib/core/study/study-pack'

const MEDIA_CACHE = 'unroll-media-1'

export const mediaPath = (hash: string) => `/api/v1/media/${hash}`

/** Images of the pack are stored before they are asked for, and those of no card any more are dropped. */
export async function storeImages(pack: StudyPack): Promise<void> {
  if (!('caches' in globalThis)) return
  const cache = await caches.open(MEDIA_CACHE)
  const wanted = new Set(pack.cards.flatMap((card) => card.media).map(mediaPath))
  const held = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
  for (const path of held) if (!wanted.has(path)) await cache.delete(path)
  for (const path of wanted) {
    if (held.has(path)) continue
    const response = await fetch(path, { credentials: 'same-origin' })
    if (response.ok) await cache.put(path, response)
  }
}
