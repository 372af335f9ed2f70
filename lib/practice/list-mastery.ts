import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { listExercises } from '@/lib/core/exercises/exercise-registry'
import { masteryBySkill, nextSkill, type Mastery } from '@/lib/core/exercises/mastery'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { listOwnMastery, type OwnMastery } from './list-own-mastery'
import { listWithheld } from './quiz/list-withheld'

/** Older attempts than these say nothing that the newer do not. */
const MOST_ATTEMPTS = 2_000

export type MasteryReport = {
  skills: Mastery[]
  next: string | null
  /** Exercises that authors of decks described. */
  own: OwnMastery[]
}

/** Every skill in the order of the ladder, and what to practise next. */
export async function listMastery(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: number,
): Promise<Result<MasteryReport>> {
  if (!can(actor, 'study.read', { userId: actor.userId })) return fail('forbidden')
  const withheld = await listWithheld(store, actor.userId, now)
  const attempts = await store.exerciseAttempts.listForMastery(actor.userId, MOST_ATTEMPTS, [...withheld])
  const skills = masteryBySkill(
    attempts,
    listExercises().map(({ id }) => id),
  )
  return ok({ skills, next: nextSkill(skills), own: await listOwnMastery(store, actor, attempts) })
}
