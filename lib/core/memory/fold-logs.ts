import type { SchedulerSettings } from '../schedule/scheduler-settings'
import { foldLog, type EventVerdict, type FoldResult } from './fold'
import type { StudyEvent } from './study-event'

/** The logs of many cards, by card id, as a study pack brings them: each folded by itself. */
export function foldLogs(
  logs: Readonly<Record<string, readonly StudyEvent[]>>,
  revisions: Readonly<Record<string, SchedulerSettings>>,
): Map<string, FoldResult> {
  return new Map(
    Object.entries(logs).map(([cardId, events]) => [cardId, foldLog(events, { cardId, revisions })]),
  )
}

/** The answers of one study day that count, in the order in which they were given. */
export function listDayAnswers(folds: Iterable<FoldResult>, studyDay: number): EventVerdict[] {
  const answers: EventVerdict[] = []
  for (const { verdicts } of folds)
    for (const verdict of verdicts)
      if (verdict.counted && verdict.event.kind === 'ANSWER' && verdict.event.studyDay === studyDay)
        answers.push(verdict)
  return answers.sort(
    ({ event: a }, { event: b }) => a.answeredAt - b.answeredAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}
