import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { LOCALES, type Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isUniqueViolation } from '@/lib/store/unique-violation'
import { AFTER_THE_HOUSE } from '../deck-position'
import { takeRoomForDeck } from '../max-decks'
import { newSlug } from '../new-slug'

export type NewDeckInput = {
  /** Made by who asks: sent again, it is the same deck. */
  id: string
  title: Localized<string>
  description: Localized<string>
}

/** An empty deck of one's own; nobody else sees it, and nothing of it is published yet. */
export async function createDeck(
  store: Store,
  actor: SignedIn,
  { id, title, description }: NewDeckInput,
  now: number,
): Promise<Result<{ slug: string }>> {
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const known = await store.decks.find(id)
  if (known)
    return known.ownerId === actor.userId
      ? ok({ slug: known.slug })
      : fail('conflict', { reason: 'id-taken' })
  const slug = newSlug(wordsForAddress(title))
  const { userId } = actor
  try {
    return await store.transaction(async (tables) => {
      const room = await takeRoomForDeck(tables, userId)
      if (!room.ok) return room
      await tables.decks.create({
        id,
        slug,
        ownerId: userId,
        key: null,
        sourceHash: null,
        title,
        description,
        locales: LOCALES.filter((locale) => title[locale]),
        visibility: 'PRIVATE',
        version: 0,
        position: AFTER_THE_HOUSE,
        createdAt: now,
        updatedAt: now,
      })
      await audit(tables, { actorId: userId, verb: 'deck-made', deckId: id }, now)
      return ok({ slug })
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return fail('conflict', { reason: 'id-taken' })
  }
}

/** The Latin letters and digits of a title, as an address has them. */
function wordsForAddress(title: Localized<string>): string {
  const latin = (title.en ?? title.zh ?? '').normalize('NFKD').toLowerCase()
  return latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'deck'
}
