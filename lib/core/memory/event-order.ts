import type { StudyEvent } from './study-event'

/**
 * The order in which a card's events take effect: by `answeredAt`, then by id, but never before the event that one
 * names as `after`. Clocks are corrected per request and so may disagree by a second; an answer that would then sort
 * before the showing it answers could be followed by no counted answer that day. The order depends on the set of
 * events alone, not on how they arrived. An id that occurs twice is taken once.
 */
export function orderEvents(events: readonly StudyEvent[]): StudyEvent[] {
  const byId = new Map<string, StudyEvent>()
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event)
  const sorted = [...byId.values()].sort((a, b) => a.answeredAt - b.answeredAt || compareIds(a.id, b.id))

  const places = new Map<string, Place>()
  for (const event of sorted) findPlace(event, byId, places)
  const placeOf = (event: StudyEvent): Place => places.get(event.id) ?? { at: event.answeredAt, turn: 0 }
  return sorted.sort((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)]
    return left.at - right.at || left.turn - right.turn || compareIds(a.id, b.id)
  })
}

/** When an event takes effect, and its turn among those that were drawn to the same instant by what they follow. */
type Place = { at: number; turn: number }

function findPlace(event: StudyEvent, byId: Map<string, StudyEvent>, places: Map<string, Place>): void {
  const chain: StudyEvent[] = []
  const onChain = new Set<string>()
  let next: StudyEvent | undefined = event
  // Ends at an event that is placed, at one whose predecessor is unknown, or where a forged log bites its tail.
  while (next && !places.has(next.id) && !onChain.has(next.id)) {
    chain.push(next)
    onChain.add(next.id)
    next = next.after === null ? undefined : byId.get(next.after)
  }
  for (const link of chain.reverse()) {
    const before = link.after === null ? undefined : places.get(link.after)
    const isDrawn = before !== undefined && before.at >= link.answeredAt
    places.set(link.id, isDrawn ? { at: before.at, turn: before.turn + 1 } : { at: link.answeredAt, turn: 0 })
  }
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
