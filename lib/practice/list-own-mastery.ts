import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { findAuthoredExercise, noteOfExerciseId } from '@/lib/core/authored-exercises/authored-exercise'
import type { Localized } from '@/lib/core/content/content'
import { masteryBySkill, type Mastery, type MasteryAttempt } from '@/lib/core/exercises/mastery'
import { deckSubject } from '@/lib/authoring/deck-subject'
import type { Store } from '@/lib/store/store'

/** A skill that an author described: it is practised where its deck is, in the review. */
export type OwnMastery = Mastery & {
  title: Localized<string>
  deck: { slug: string; title: Localized<string> }
}

const MOST_SKILLS = 100

/** How well a learner has the exercises of decks that they may read; each is a skill by its note. */
export async function listOwnMastery(
  store: Store,
  actor: SignedIn,
  attempts: readonly MasteryAttempt[],
): Promise<OwnMastery[]> {
  const skills = [...new Set(attempts.map(({ skill }) => skill))].slice(0, MOST_SKILLS)
  const noteIds = skills.flatMap((skill) => noteOfExerciseId(skill) ?? [])
  if (noteIds.length === 0) return []
  const notes = await store.notes.listByIds(noteIds)
  const decks = await store.decks.listByIds([...new Set(notes.map(({ deckId }) => deckId))])
  const subjects = await Promise.all(decks.map((deck) => deckSubject(store, actor, deck)))
  const readable = new Map(
    decks.flatMap((deck, n) => (can(actor, 'deck.read', subjects[n]) ? [[deck.id, deck]] : [])),
  )
  return masteryBySkill(attempts, skills).flatMap((mastery): OwnMastery[] => {
    const note = notes.find(({ id }) => id === noteOfExerciseId(mastery.skill))
    const deck = note && readable.get(note.deckId)
    const exercise = findAuthoredExercise(note?.published?.exercise)
    if (deck === undefined || exercise === null) return []
    return [{ ...mastery, title: exercise.title, deck: { slug: deck.slug, title: deck.title } }]
  })
}
