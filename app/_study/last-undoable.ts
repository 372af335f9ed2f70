import type { EventVerdict } from '@/lib/core/memory/fold'
import type { StudyState } from './study-state'

const REACH_MS = 24 * 3_600_000

/** What Z takes back: the latest thing of the last day that is not taken back yet, sent or not. */
export function findLastUndoable({ logs, now }: Pick<StudyState, 'logs' | 'now'>): EventVerdict | null {
  let last: EventVerdict | null = null
  for (const { fold } of logs.values())
    for (const verdict of fold.verdicts)
      if (isUndoable(verdict, now) && (!last || isLater(verdict, last))) last = verdict
  return last
}

function isUndoable({ event, undone }: EventVerdict, now: number): boolean {
  return !undone && event.kind !== 'UNDO' && event.kind !== 'IMPORT' && event.answeredAt > now - REACH_MS
}

/** By id, since ids of one browser sort by the order of its presses; times of events sent apart may differ by the network's delay. */
function isLater(a: EventVerdict, b: EventVerdict): boolean {
  return a.event.id > b.event.id
}
