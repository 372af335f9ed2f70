import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { ClientEvent } from '@/lib/core/study/event-batch'
import type { StudyPack } from '@/lib/core/study/study-pack'
import type { LocalStore } from './local-store'
import { isNewer, settle, stillBeside, type AcknowledgedEvent, type RefusedEvent } from './replica'

interface Schema extends DBSchema {
  pack: { key: 'pack'; value: StudyPack }
  waiting: { key: string; value: ClientEvent }
  acknowledged: { key: string; value: AcknowledgedEvent }
  refused: { key: string; value: RefusedEvent }
}

const ALL = ['pack', 'waiting', 'acknowledged', 'refused'] as const

/** Keyed by learner: whoever signs in next in this browser gets another database. */
export const databaseName = (learnerId: string) => `unroll:${learnerId}`

/** The replica in IndexedDB. */
export async function openBrowserStore(learnerId: string): Promise<LocalStore> {
  const name = databaseName(learnerId)
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('pack')
      fresh.createObjectStore('waiting', { keyPath: 'id' })
      fresh.createObjectStore('acknowledged', { keyPath: 'id' })
      fresh.createObjectStore('refused', { keyPath: 'id' })
    },
    // Another tab signs out: let go, or its deletion would wait for ever.
    blocking: (_current, _blocked, event) => closeTarget(event),
  })

  return {
    async read() {
      const tx = db.transaction(ALL)
      const [pack, waiting, acknowledged, refused] = await Promise.all([
        tx.objectStore('pack').get('pack'),
        tx.objectStore('waiting').getAll(),
        tx.objectStore('acknowledged').getAll(),
        tx.objectStore('refused').getAll(),
      ])
      return { pack: pack ?? null, waiting, acknowledged, refused }
    },

    async addWaiting(event) {
      const tx = db.transaction('waiting', 'readwrite', { durability: 'strict' })
      const put = tx.store.put(event)
      // Committed from here, without another turn of this page, which may be closing.
      tx.commit()
      await Promise.all([put, tx.done])
    },

    async settle(reply) {
      const tx = db.transaction(ALL, 'readwrite')
      const waiting = await tx.objectStore('waiting').getAll()
      const settled = settle(waiting, reply)
      for (const item of settled.acknowledged) void tx.objectStore('acknowledged').put(item)
      for (const item of settled.refused) void tx.objectStore('refused').put(item)
      for (const item of [...settled.acknowledged, ...settled.refused])
        void tx.objectStore('waiting').delete(item.id)
      await tx.done
    },

    async putPack(pack) {
      const tx = db.transaction(ALL, 'readwrite')
      const held = (await tx.objectStore('pack').get('pack')) ?? null
      if (isNewer(pack, held)) {
        void tx.objectStore('pack').put(pack, 'pack')
        const acknowledged = await tx.objectStore('acknowledged').getAll()
        const kept = new Set(stillBeside(acknowledged, pack).map((item) => item.id))
        for (const { id } of acknowledged) if (!kept.has(id)) void tx.objectStore('acknowledged').delete(id)
      }
      await tx.done
    },

    forgetRefused: () => db.clear('refused'),
    close: () => db.close(),
    async destroy() {
      db.close()
      await deleteDB(name)
    },
  }
}

function closeTarget(event: IDBVersionChangeEvent) {
  if (event.target instanceof IDBDatabase) event.target.close()
}
