import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { checkMemories } from '@/lib/study/check-memories'

export type HouseCheck = {
  learners: number
  memories: number
  events: number
  /** Memories that are not what their log folds to. */
  differences: number
  /** What the database itself finds wrong. */
  problems: string[]
  millis: number
}

const MAX_PROBLEMS = 20

/** What `npm run check` does, beside the running server: reads everything, changes nothing. */
export async function checkHouse(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: () => number,
): Promise<Result<HouseCheck>> {
  if (!can(actor, 'house.manage', null)) return fail('not-found')
  const begun = now()
  const problems = store.database.listProblems().slice(0, MAX_PROBLEMS)
  const { learners, memories, events, differences } = await checkMemories(store)
  return ok({
    ...{ learners, memories, events, problems },
    differences: differences.length,
    millis: now() - begun,
  })
}
