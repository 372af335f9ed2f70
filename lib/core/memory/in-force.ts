import type { StudyEvent } from './study-event'

/** The ids of the events that an UNDO takes out. An UNDO itself cannot be undone: redoing is a new event. */
export function undoneTargets(events: readonly StudyEvent[]): Set<string> {
  const targets = new Set(events.filter((event) => event.kind === 'UNDO').map((event) => event.target))
  return new Set(events.filter(({ id, kind }) => kind !== 'UNDO' && targets.has(id)).map(({ id }) => id))
}

export const showingKey = ({ after, studyDay }: StudyEvent): string => `${studyDay} ${after ?? ''}`

/** Of each showing and study day the answer that counts: the earliest, then the lowest id. */
export function countedAnswers(events: readonly StudyEvent[], undone: Set<string>): Map<string, string> {
  const winners = new Map<string, StudyEvent>()
  for (const event of events) {
    if (event.kind !== 'ANSWER' || undone.has(event.id)) continue
    const winner = winners.get(showingKey(event))
    const isEarlier =
      !winner ||
      event.answeredAt < winner.answeredAt ||
      (event.answeredAt === winner.answeredAt && event.id < winner.id)
    if (isEarlier) winners.set(showingKey(event), event)
  }
  return new Map([...winners].map(([key, { id }]) => [key, id]))
}

/** What of an ordered log still stands: no UNDO and nothing undone, and of the answers to a showing the one that counts. */
export function listInForce(ordered: readonly StudyEvent[]): StudyEvent[] {
  const undone = undoneTargets(ordered)
  const winners = countedAnswers(ordered, undone)
  return ordered.filter(
    (event) =>
      event.kind !== 'UNDO' &&
      !undone.has(event.id) &&
      (event.kind !== 'ANSWER' || winners.get(showingKey(event)) === event.id),
  )
}
