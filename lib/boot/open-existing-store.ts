import { OperatorError } from '@/lib/platform/operator-error'
import type { DatabasePlace } from '@/lib/store/database-place'
import { listPendingMigrations } from '@/lib/store/migrate/apply-migrations'
import type { Store } from '@/lib/store/store'
import { refuseMissingFile } from './sqlite-file'
import { ensureClients } from './start/ensure-clients'

/** The store that a start has made, or one sentence why it cannot be used as it is: commands make and migrate none. */
export async function openExistingStore(place: DatabasePlace): Promise<Store> {
  if (place.kind === 'sqlite') refuseMissingFile(place.file)
  const pending = await listPendingMigrations(place)
  if (pending.length > 0) {
    throw new OperatorError(
      'The database is not of this version of Unroll yet; npm start brings it up to date.',
    )
  }
  ensureClients()
  const { openStoreAt } = await import('@/lib/store/store')
  return openStoreAt(place)
}
