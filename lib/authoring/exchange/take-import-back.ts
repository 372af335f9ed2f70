import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { optionsOf } from './import-job'
import { takeMemoriesBack } from './staged-histories'

/**
 * What an import that never became visible has written: decks of nobody, notes that nobody has seen, and memories of
 * cards that were there. It may be repeated, and goes on where it was broken off.
 */
export async function takeImportBack(store: Store, job: ImportJobRow, now: number): Promise<void> {
  await store.importItems.removeStagedNotes(job.userId, job.id)
  for (const deck of optionsOf(job)?.decks ?? []) if (deck.isNew) await store.decks.removeHidden(deck.deckId)
  await takeMemoriesBack(store, job, now)
}
