import { foldLog } from '@/lib/core/memory/fold'
import { NEW_MEMORY, type Memory } from '@/lib/core/memory/memory'
import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { MemoryRow } from '@/lib/store/memories'
import type { Store } from '@/lib/store/store'

/** A memory that is not what its log folds to. */
export type MemoryDifference = {
  userId: string
  cardId: string
  fields: { name: string; stored: unknown; folded: unknown }[]
}

export type MemoryCheck = {
  learners: number
  memories: number
  events: number
  differences: MemoryDifference[]
}

const USERS_AT_ONCE = 200
const CARDS_AT_ONCE = 500
const LOOKS = 20

/**
 * Folds every log and compares it with the memory stored. May run beside a server that is writing: it takes no lock,
 * and what differs is looked at again until the memory's version stood still while its log was read.
 */
export async function checkMemories(
  store: Store,
  onProgress: (learners: number) => void = () => undefined,
): Promise<MemoryCheck> {
  const check: MemoryCheck = { learners: 0, memories: 0, events: 0, differences: [] }
  let userIds = await store.users.listIds('', USERS_AT_ONCE)
  while (userIds.length > 0) {
    for (const userId of userIds) {
      await checkLearner(store, userId, check)
      onProgress(check.learners)
    }
    userIds = await store.users.listIds(userIds[userIds.length - 1], USERS_AT_ONCE)
  }
  return check
}

async function checkLearner(store: Store, userId: string, check: MemoryCheck): Promise<void> {
  check.learners++
  const cardIds = new Set([
    ...(await store.memories.listCardIds(userId)),
    ...(await store.studyEvents.listCardIdsSince(userId, 0)),
  ])
  const sorted = [...cardIds].sort()
  for (let i = 0; i < sorted.length; i += CARDS_AT_ONCE) {
    await checkCards(store, userId, sorted.slice(i, i + CARDS_AT_ONCE), check)
  }
}

async function checkCards(
  store: Store,
  userId: string,
  cardIds: string[],
  check: MemoryCheck,
): Promise<void> {
  const memories = new Map(
    (await store.memories.listByCards(userId, cardIds)).map((memory) => [memory.cardId, memory]),
  )
  const logs = new Map<string, StudyEvent[]>()
  for (const event of await store.studyEvents.listByCards(userId, cardIds)) {
    logs.set(event.cardId, [...(logs.get(event.cardId) ?? []), event])
    check.events++
  }
  const revisions = await revisionsOf(store, userId)
  for (const cardId of cardIds) {
    const memory = memories.get(cardId) ?? null
    if (memory !== null) check.memories++
    if (compare(memory, logs.get(cardId) ?? [], cardId, revisions).length === 0) continue
    const fields = await lookAgain(store, userId, cardId)
    if (fields.length > 0) check.differences.push({ userId, cardId, fields })
  }
}

async function lookAgain(store: Store, userId: string, cardId: string): Promise<MemoryDifference['fields']> {
  for (let look = 1; ; look++) {
    const before = await store.memories.find(userId, cardId)
    const log = await store.studyEvents.listByCard(userId, cardId)
    const revisions = await revisionsOf(store, userId)
    const after = await store.memories.find(userId, cardId)
    const isStill = before?.version === after?.version
    if (isStill || look === LOOKS) return compare(after, log, cardId, revisions)
  }
}

async function revisionsOf(store: Store, userId: string): Promise<Record<string, SchedulerSettings>> {
  const rows = await store.schedulerRevisions.listByUser(userId)
  return Object.fromEntries(rows.map(({ id, settings }) => [id, settings]))
}

function compare(
  stored: MemoryRow | null,
  log: StudyEvent[],
  cardId: string,
  revisions: Record<string, SchedulerSettings>,
): MemoryDifference['fields'] {
  if (stored === null && log.length > 0)
    return [{ name: 'memory', stored: null, folded: `${log.length} events` }]
  let folded: Memory
  try {
    folded = foldLog(log, { cardId, revisions }).memory
  } catch (error) {
    return [{ name: 'log', stored: null, folded: error instanceof Error ? error.message : String(error) }]
  }
  const memory: Memory = stored ?? NEW_MEMORY
  const names = Object.keys(NEW_MEMORY) as (keyof Memory)[] // its own keys
  return names
    .filter((name) => memory[name] !== folded[name])
    .map((name) => ({ name, stored: memory[name], folded: folded[name] }))
}
