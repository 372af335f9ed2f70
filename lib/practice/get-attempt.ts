import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { noteOfExerciseId } from '@/lib/core/authored-exercises/authored-exercise'
import type { ExerciseHolder } from '@/lib/core/exercises/pose-showing'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StoredAttempt } from '@/lib/store/attempts'
import type { Store } from '@/lib/store/store'
import { poseOwnAttempt } from './pose-own-attempt'

export type PastAttempt = {
  attempt: StoredAttempt
  /** Of an author's exercise, the revision that was worked; null for the house's own, which is posed from its numbers. */
  holder: ExerciseHolder | null
  /** Whether the variant can still be posed. */
  isThere: boolean
}

/** One worked exercise of the learner's own, as it was. */
export async function getAttempt(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
): Promise<Result<PastAttempt>> {
  if (!can(actor, 'study.read', { userId: actor.userId })) return fail('forbidden')
  const attempt = await store.exerciseAttempts.find(actor.userId, id)
  if (attempt === null) return fail('not-found')
  const isThere = (await poseOwnAttempt(store, actor, attempt)) !== null
  const noteId = noteOfExerciseId(attempt.exercise)
  if (noteId === null || !isThere) return ok({ attempt, holder: null, isThere })
  const noteRevision = attempt.generatorVersion
  const [face] = await store.noteRevisions.listByFaces([{ noteId, revision: noteRevision }])
  const { exercise, texts } = face.content
  return ok({ attempt, holder: { noteId, noteRevision, exercise, texts }, isThere })
}
