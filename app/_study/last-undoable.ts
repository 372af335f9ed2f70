import type { EventVerdict } from '@/lib/core/memory/fold'
import { UNDO_DAYS } from '@/lib/core/study/study-pack'
import type { StudyState } from './study-state'

/**
 * What Z takes back: the latest thing since yesterday began that is not taken back yet, sent or not. By study days, as
 * a pack brings them: so a sitting across the turn of a day can be taken back whole, and nothing older stands in for
 * an answer whose card has left the pack.
 */
export function findLastUndoable({
  logs,
  studyDay,
}: Pick<StudyState, 'logs' | 'studyDay'>): EventVerdict | null {
  const since = studyDay - (UNDO_DAYS - 1)
  let last: EventVerdict | null = null
  for (const { fold } of logs.values())
    for (const verdict of fold.verdicts)
      if (isUndoable(verdict, since) && (!last || isLater(verdict, last))) last = verdict
  return last
}

function isUndoable({ event, undone }: EventVerdict, since: number): boolean {
  return !undone && event.kind !== 'UNDO' && event.kind !== 'IMPORT' && event.studyDay >= since
}

/** By id, since ids of one browser sort by the order of its presses; times of events sent apart may differ by the network's delay. */
function isLater(a: EventVerdict, b: EventVerdict): boolean {
  return a.event.id > b.event.id
}
