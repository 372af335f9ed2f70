import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { getLog } from '@/lib/platform/log'
import type { Store } from '@/lib/store/store'
import { forkCheck } from './fork-check'
import { readCheckState, writeCheckState, type HouseCheckState } from './house-check-state'

const HEARTBEAT_MS = 1_000

const kept = globalThis as unknown as { [RUNNING]?: Promise<void> | undefined } // survives a reload in development
const RUNNING = Symbol.for('unroll.house-check')

/**
 * Begins to check the whole house beside the server, which goes on answering; how far it is, `findCheck` tells. One
 * check at a time: whoever asks meanwhile is told of the one that runs.
 */
export async function beginCheck(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: () => number,
): Promise<Result<HouseCheckState>> {
  if (!can(actor, 'house.manage', null)) return fail('not-found')
  const before = await readCheckState(store, now())
  if (before.status === 'running' || kept[RUNNING] !== undefined) return ok(before)
  const startedAt = now()
  const begun = { status: 'running' as const, startedAt, heardAt: startedAt, done: 0, total: 0 }
  const told = tell(store, begun)
  kept[RUNNING] = runCheck(store, begun, told, now).finally(() => (kept[RUNNING] = undefined))
  await told // whoever asks next how far it is must hear of this check, not of the one before
  return ok(begun)
}

/** Never rejects: a house that cannot be written to says in its log that it was not. */
const tell = (store: Store, state: HouseCheckState): Promise<void> =>
  writeCheckState(store, state).catch((error: unknown) =>
    getLog().warn({ err: error }, 'how far the check of the house is could not be kept'),
  )

/** Never rejects, since nobody waits for it. */
async function runCheck(
  store: Store,
  begun: Extract<HouseCheckState, { status: 'running' }>,
  told: Promise<void>,
  now: () => number,
): Promise<void> {
  const { startedAt } = begun
  let progress = { done: 0, total: 0 }
  let written = told
  const heartbeat = setInterval(() => {
    written = written.then(() => tell(store, { ...begun, ...progress, heardAt: now() }))
  }, HEARTBEAT_MS)
  const end = await forkCheck(store.database.place, (done, total) => (progress = { done, total }))
  clearInterval(heartbeat)
  await written
  const finished = { startedAt, finishedAt: now() }
  await tell(
    store,
    'found' in end
      ? { ...finished, status: 'done', found: end.found }
      : { ...finished, status: 'failed', failure: end },
  )
}

/** Until the check that this process runs has ended: for tests. */
export const checkSettled = async (): Promise<void> => void (await kept[RUNNING])
