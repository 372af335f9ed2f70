import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { Store } from '@/lib/store/store'
import type { StudyCardRow } from '@/lib/store/study-cards'

/** The whole log of each card that was ever touched, by card id. */
export async function loadLogs(
  store: Store,
  userId: string,
  cards: StudyCardRow[],
): Promise<Record<string, StudyEvent[]>> {
  const logs: Record<string, StudyEvent[]> = {}
  const touched = cards.filter(({ memory }) => memory !== null).map(({ id }) => id)
  for (const event of await store.studyEvents.listByCards(userId, touched))
    (logs[event.cardId] ??= []).push(event)
  return logs
}
