import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { findReadableDeck } from './deck-subject'
import { AFTER_THE_HOUSE } from './deck-position'
import { takeRoomForDeck } from './max-decks'
import { fitsImageQuota } from './image-quota'
import { newSlug } from './new-slug'
import { planPublication } from './plan-publication'
import { writePublication } from './write-publication'

/** A deck of one's own with the same notes: how the house's and other people's decks are edited. Memories stay with the original. */
export async function copyDeck(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
  now: number,
): Promise<Result<{ slug: string }>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const { userId } = actor
  const original = found.deck
  const [notes, media] = await Promise.all([
    store.notes.listByDeck(original.id),
    store.deckMedia.listByDeck(original.id),
  ])
  const published = notes.flatMap((note) =>
    note.published ? [{ key: note.key, content: note.published }] : [],
  )
  const id = newId(now)
  const plan = await planPublication(store, { id, version: 1 }, published, now)
  return store.transaction(async (tables) => {
    const room = await takeRoomForDeck(tables, userId)
    if (!room.ok) return room
    const key = await freeKey(tables, userId, original.key ?? 'copy')
    const copy = newSlug(key)
    const { title, description, locales } = original
    await tables.decks.create({
      id,
      slug: copy,
      ownerId: userId,
      key,
      sourceHash: null,
      title,
      description,
      locales,
      visibility: 'PRIVATE',
      version: 1,
      position: AFTER_THE_HOUSE,
      createdAt: now,
      updatedAt: now,
      copiedFromId: original.id,
      copiedVersion: original.version,
    })
    await audit(tables, { actorId: userId, verb: 'deck-made', deckId: id }, now)
    await tables.deckMedia.add(id, media)
    // Someone else's pictures take up room as one's own do.
    const fits = await fitsImageQuota(tables, userId, id)
    if (!fits.ok) return fits
    const first = { id, version: 1, title, description, locales }
    await writePublication(tables, plan, { before: null, deck: first, byId: userId }, now)
    return ok({ slug: copy })
  })
}

async function freeKey(tables: Tables, ownerId: string, wanted: string): Promise<string> {
  let key = wanted
  for (let n = 2; await tables.decks.findByKey(ownerId, key); n++) key = `${wanted.slice(0, 58)}-${n}`
  return key
}
