import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { findAuthoredExercise, noteOfExerciseId } from '@/lib/core/authored-exercises/authored-exercise'
import { poseAuthored } from '@/lib/core/authored-exercises/pose-authored'
import type { Exercise } from '@/lib/core/exercises/exercise'
import { deckSubject } from '@/lib/authoring/deck-subject'
import type { Store } from '@/lib/store/store'
import { poseAttempt, type PosedAttempt } from './pose-attempt'

/**
 * The variant that a learner's attempt answered, whoever wrote its exercise: an author's is posed from the revision of
 * its note that the attempt names, from its seed alone. Null when there is none, or none that this learner may read.
 */
export async function poseOwnAttempt(
  store: Store,
  actor: SignedIn,
  attempt: PosedAttempt,
): Promise<Exercise | null> {
  const noteId = noteOfExerciseId(attempt.exercise)
  if (noteId === null) return poseAttempt(attempt)
  const revision = attempt.generatorVersion
  const [[note], [face]] = await Promise.all([
    store.notes.listByIds([noteId]),
    store.noteRevisions.listByFaces([{ noteId, revision }]),
  ])
  const definition = findAuthoredExercise(face?.content.exercise)
  if (note === undefined || definition === null) return null
  const [deck] = await store.decks.listByIds([note.deckId])
  if (deck === undefined || !can(actor, 'deck.read', await deckSubject(store, actor, deck))) return null
  return poseAuthored(definition, { noteId, revision, texts: null }, attempt.seed)
}
