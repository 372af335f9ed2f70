import type { ClientEvent, EventBatchReply } from '@/lib/core/study/event-batch'
import type { StudyPack } from '@/lib/core/study/study-pack'
import { EMPTY_REPLICA, type Replica, withPack, withReply, withWaiting } from './replica'

/** Where a replica outlives its tab. Every change is one transaction, so that tabs can share it. */
export type LocalStore = {
  read(): Promise<Replica>
  addWaiting(event: ClientEvent): Promise<void>
  settle(reply: EventBatchReply): Promise<void>
  putPack(pack: StudyPack): Promise<void>
  forgetRefused(): Promise<void>
  close(): void
  /** Nothing of the learner stays in this browser. */
  destroy(): Promise<void>
}

/** For a browser that refuses IndexedDB, and for tests. */
export function memoryStore(): LocalStore {
  let replica = EMPTY_REPLICA
  return {
    read: async () => replica,
    addWaiting: async (event) => void (replica = withWaiting(replica, event)),
    settle: async (reply) => void (replica = withReply(replica, reply)),
    putPack: async (pack) => void (replica = withPack(replica, pack)),
    forgetRefused: async () => void (replica = { ...replica, refused: [] }),
    close: () => {},
    destroy: async () => void (replica = EMPTY_REPLICA),
  }
}
