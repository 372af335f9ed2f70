import type { SignedIn } from '@/lib/core/access/actor'
import { LOCALES, type NoteDraft } from '@/lib/core/content/content'
import { publishableWords } from '@/lib/core/content/draft-of-note'
import { findImageSize, type ImageSize } from '@/lib/exchange/image/find-image-size'
import type { Store } from '@/lib/store/store'
import { checkNote, type CheckedNote } from '../check-note'
import { getMedia } from '../get-media'
import { cardProblems } from './card-problems'

/** A draft rendered, with everything that keeps it from being published: what cards need, and what cannot be shown. */
export async function checkDraft(store: Store, actor: SignedIn, draft: NoteDraft): Promise<CheckedNote> {
  const words = publishableWords(draft)
  const checked = checkNote(words, await readableImages(store, actor, words))
  return { ...checked, problems: [...cardProblems(words), ...checked.problems] }
}

const MAX_IMAGES = 50

export async function readableImages(
  store: Store,
  actor: SignedIn,
  { fields, exercise }: NoteDraft,
): Promise<Map<string, ImageSize | null>> {
  const sides = LOCALES.flatMap((locale) => [fields[locale]?.front ?? '', fields[locale]?.back ?? ''])
  // The texts of an author's own exercise name pictures in the same way.
  const text = [...sides, JSON.stringify(exercise ?? '')].join('\n')
  const named = new Set([...text.matchAll(/\]\(media:([0-9a-f]{64})\b/g)].map(([, hash]) => hash))
  const images = new Map<string, ImageSize | null>()
  for (const sha256 of [...named].slice(0, MAX_IMAGES)) {
    const media = await getMedia(store, actor, { sha256 })
    if (media.ok) images.set(sha256, findImageSize(media.value.bytes))
  }
  return images
}
