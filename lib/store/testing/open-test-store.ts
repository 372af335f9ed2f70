import type { DatabaseKind, DatabasePlace } from '../database-place'
import { applyMigrations } from '../migrate/apply-migrations'
import { openStoreAt, type Store } from '../store'
import { createScratchDatabase } from './scratch-database'

export type TestStore = { store: Store; place: DatabasePlace; remove(): Promise<void> }

/** A migrated, empty house of its own. `remove` closes what `store` is by then. */
export async function openTestStore(kind: DatabaseKind): Promise<TestStore> {
  const scratch = await createScratchDatabase(kind)
  await applyMigrations(scratch.place)
  const store = await openStoreAt(scratch.place)
  return {
    store,
    place: scratch.place,
    async remove() {
      await store.close()
      await scratch.remove()
    },
  }
}
