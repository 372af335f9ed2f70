import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import type { PublishCounts } from '@/lib/store/deck-publications'
import type { Store } from '@/lib/store/store'
import { isUniqueViolation } from '@/lib/store/unique-violation'
import { describeDeckProblem } from './deck-problem-text'
import { findImageSize } from '@/lib/exchange/image/find-image-size'
import { AFTER_THE_HOUSE } from './deck-position'
import { getMedia } from './get-media'
import { fitsImageQuota } from './image-quota'
import { MAX_DECKS } from './max-decks'
import { newSlug } from './new-slug'
import { prepareDeck, type KnownImage, type PreparedDeck } from './prepare-deck'
import { planPublication } from './plan-publication'
import { checkImages, storeImages, type CheckedImage } from './store-images'
import { writePublication } from './write-publication'

export type DeckImport = {
  text: string
  images: { name: string; bytes: Uint8Array<ArrayBuffer> }[]
  /** Of the sentences that say what is wrong. */
  locale: Locale
}

export type ImportedDeck = { slug: string; outcome: 'created' | 'updated'; cardCount: number } & PublishCounts

const MAX_NAMED_IMAGES = 1_000

/**
 * A deck file as one's own deck: a new one, or, when one of the own decks came from a file with the same key, that
 * one brought up to it, every card with its memories. All or nothing; what is wrong is told by line.
 */
export async function importDeck(
  store: Store,
  actor: SignedIn,
  input: DeckImport,
  now: number,
): Promise<Result<ImportedDeck>> {
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const images = checkImages(input.images)
  if (images.problems.length > 0) {
    const [{ name, reason }] = images.problems
    return fail('invalid', { reason, name, images: images.problems })
  }
  const prepared = await prepareDeck(input.text, [
    ...images.checked,
    ...(await readableImages(store, actor, input.text)),
  ])
  if (!prepared.ok) {
    const problems = prepared.problems.map((problem) => ({
      ...problem,
      said: undefined, // the sentence below says it in the reader's language
      message: describeDeckProblem(problem, input.locale),
    }))
    return fail('invalid', { reason: 'deck-file', problems })
  }
  try {
    return await write(store, actor.userId, prepared.deck, images.checked, now)
  } catch (error) {
    // The same file sent twice at once: the second finds the first's deck and updates it.
    if (!isUniqueViolation(error)) throw error
    return write(store, actor.userId, prepared.deck, images.checked, now)
  }
}

async function write(
  store: Store,
  ownerId: string,
  deck: PreparedDeck,
  images: CheckedImage[],
  now: number,
): Promise<Result<ImportedDeck>> {
  const { key, title, description, locales, notes, media } = deck
  const cardCount = notes.reduce((sum, note) => sum + note.content.cards.length, 0)
  const before = await store.decks.findByKey(ownerId, key)
  if (!before && (await store.decks.countOwned(ownerId)) >= MAX_DECKS) {
    return fail('invalid', { reason: 'too-many-decks' })
  }
  const id = before?.id ?? newId(now)
  const slug = before?.slug ?? newSlug(key)
  const version = (before?.version ?? 0) + 1
  const plan = await planPublication(store, { id, version }, notes, now)
  return store.transaction(async (tables) => {
    if (before) {
      const change = { title, description, locales, sourceHash: null }
      if (!(await tables.decks.update(id, before.version, change, now))) return fail('conflict')
    } else {
      await tables.decks.create({
        id,
        slug,
        ownerId,
        key,
        sourceHash: null,
        title,
        description,
        locales,
        visibility: 'PRIVATE',
        version,
        position: AFTER_THE_HOUSE,
        createdAt: now,
        updatedAt: now,
      })
    }
    await storeImages(tables, id, images, media, now)
    const fits = await fitsImageQuota(tables, ownerId, id)
    if (!fits.ok) return fits
    const published = { id, version, title, description, locales }
    await writePublication(tables, plan, { before, deck: published, byId: ownerId }, now)
    return ok({
      slug,
      outcome: before ? ('updated' as const) : ('created' as const),
      cardCount,
      ...plan.counts,
    })
  })
}

/** Images that the text names by hash, as an exported file does, and that the importer may read. */
async function readableImages(store: Store, actor: SignedIn, text: string): Promise<KnownImage[]> {
  const named = [...new Set([...text.matchAll(/\]\(media:([0-9a-f]{64})\b/g)].map(([, hash]) => hash))]
  const readable: KnownImage[] = []
  for (const sha256 of named.slice(0, MAX_NAMED_IMAGES)) {
    const media = await getMedia(store, actor, { sha256 })
    if (media.ok) readable.push({ sha256, size: findImageSize(media.value.bytes) })
  }
  return readable
}
