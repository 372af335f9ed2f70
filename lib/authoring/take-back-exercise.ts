import { letGoOfDeck } from '@/lib/account/let-go-of-deck'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import type { AddedExercise } from './add-exercise'
import { findReadableDeck } from './deck-subject'

export type TakenBack = Pick<AddedExercise, 'slug' | 'key' | 'isNewDeck' | 'isNewEnrolment'>

/**
 * Undoes addExercise: the note goes, with the deck and the enrolment that were made for it. What was answered of it
 * meanwhile is kept; put in again it is the same card with its memory.
 */
export async function takeBackExercise(
  store: Store,
  actor: SignedIn,
  { slug, key, isNewDeck, isNewEnrolment }: TakenBack,
  now: number,
): Promise<Result<undefined>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  const { deck, subject } = found
  if (!can(actor, 'deck.edit', subject)) return fail('forbidden')
  const notes = (await store.notes.listHeads(deck.id)).filter(({ deletedAt }) => deletedAt === null)
  const note = notes.find((each) => each.key === key)
  const cards = note ? await store.cards.listByNotes([note.id]) : []
  const isLast = notes.every((each) => each === note)
  return store.transaction(async (tables) => {
    if (!(await tables.decks.update(deck.id, deck.version, {}, now))) return fail('conflict')
    if (note) await tables.notes.update(note.id, { deletedAt: now })
    await tables.cards.setRetired(
      cards.flatMap(({ id, retiredAt }) => (retiredAt === null ? [id] : [])),
      now,
    )
    if (isNewEnrolment && can(actor, 'study.write', { userId: actor.userId }))
      await tables.enrolments.delete(actor.userId, deck.id)
    if (isNewDeck && isLast && can(actor, 'deck.own', subject))
      await letGoOfDeck(tables, { deckId: deck.id, ownerId: actor.userId }, now)
    return ok(undefined)
  })
}
