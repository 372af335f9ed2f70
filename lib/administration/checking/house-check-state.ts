import type { Store } from '@/lib/store/store'
import type { CheckFailure } from './check-message'

export type HouseCheck = {
  learners: number
  memories: number
  events: number
  /** Memories that are not what their log folds to. */
  differences: number
  /** What the database itself finds wrong. */
  problems: string[]
}

/** Kept with the house, so that every server of it tells the same and the last answer outlives a restart. */
export type HouseCheckState =
  | { status: 'never' }
  /** `total` is 0 while the database reads its own file. */
  | { status: 'running'; startedAt: number; heardAt: number; done: number; total: number }
  | { status: 'done'; startedAt: number; finishedAt: number; found: HouseCheck }
  | { status: 'failed'; startedAt: number; finishedAt: number; failure: CheckFailure }

const FACT = 'house-check'
/** A check that was not heard of for this long ended with its server. */
const SILENCE_MS = 60_000

export async function readCheckState(store: Store, now: number): Promise<HouseCheckState> {
  const state = (await store.houseFacts.find<HouseCheckState>(FACT)) ?? { status: 'never' }
  if (state.status !== 'running' || now - state.heardAt < SILENCE_MS) return state
  const { startedAt, heardAt } = state
  return { status: 'failed', startedAt, finishedAt: heardAt, failure: { why: 'server-stopped', detail: '' } }
}

export const writeCheckState = (store: Store, state: HouseCheckState): Promise<void> =>
  store.houseFacts.put(FACT, state)
