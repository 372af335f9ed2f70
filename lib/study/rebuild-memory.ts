import type { Memory } from '@/lib/core/memory/memory'
import type { Store } from '@/lib/store/store'
import { foldStoredLog } from './fold-stored-log'

/** Writes a card's memory anew from its log: after logs were united, or when the cache was found to be wrong. */
export function rebuildMemory(store: Pick<Store, 'study'>, userId: string, cardId: string): Promise<Memory> {
  return store.study.record(async (tx) => {
    await tx.takeMemory(userId, cardId)
    const { memory } = await foldStoredLog(tx, userId, cardId)
    await tx.saveMemory(userId, cardId, memory)
    return memory
  })
}
