import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { readCheckState, type HouseCheckState } from './house-check-state'

/** How far the check is, or what the last one found. */
export async function findCheck(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: number,
): Promise<Result<HouseCheckState>> {
  if (!can(actor, 'house.manage', null)) return fail('not-found')
  return ok(await readCheckState(store, now))
}
