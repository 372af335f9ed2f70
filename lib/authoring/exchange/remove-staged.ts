import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { optionsOf } from './import-job'

/** What an import that never became visible has written: decks of nobody, and notes that nobody has seen. */
export async function removeStaged(store: Store, job: ImportJobRow): Promise<void> {
  await store.importItems.removeStagedNotes(job.userId, job.id)
  for (const deck of optionsOf(job)?.decks ?? []) if (deck.isNew) await store.decks.removeHidden(deck.deckId)
}
