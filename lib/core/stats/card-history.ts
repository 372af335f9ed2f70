import type { EventVerdict } from '../memory/fold'
import type { Memory, MemoryState } from '../memory/memory'
import type { Grade, StudyEventKind } from '../memory/study-event'
import type { Interval } from '../schedule/schedule'
import type { SchedulerSettings } from '../schedule/scheduler-settings'
import { recallOn } from './recall'

/** One line of a card's history, as card information shows it. */
export type HistoryRow = {
  eventId: string
  kind: StudyEventKind
  answeredAt: number
  studyDay: number
  grade: Grade | null
  millis: number | null
  /** EXERCISE: which worked variant it was. */
  attemptId: string | null
  /** In force. Others are shown as what they are: undone, or second to another answer. */
  counted: boolean
  undone: boolean
  from: MemoryState
  to: MemoryState
  /** Study days since the answer before, and the probability of recall when it was asked. Null for a first answer. */
  elapsedDays: number | null
  recall: number | null
  stability: number | null
  difficulty: number | null
  /** How long until it was to come back. Null where it is not waiting for a time. */
  interval: Interval | null
}

/** A card's log as rows, in order, without the UNDOs themselves. */
export function historyRows(
  verdicts: readonly EventVerdict[],
  revisions: Readonly<Record<string, SchedulerSettings>>,
): HistoryRow[] {
  return verdicts
    .filter(({ event }) => event.kind !== 'UNDO')
    .map(({ event, counted, undone, before, memory }) => {
      const isAnswer = event.kind === 'ANSWER'
      const weights = revisions[event.schedulerRevisionId]?.weights
      const day = Math.max(event.studyDay, before.lastDay ?? event.studyDay)
      return {
        eventId: event.id,
        kind: event.kind,
        answeredAt: event.answeredAt,
        studyDay: event.studyDay,
        grade: event.grade ?? null,
        millis: event.millis ?? null,
        attemptId: event.attemptId ?? null,
        counted,
        undone,
        from: before.state,
        to: memory.state,
        elapsedDays: isAnswer && before.lastDay !== null ? day - before.lastDay : null,
        recall: isAnswer && weights ? recallOn(day, before, weights) : null,
        stability: memory.stability,
        difficulty: memory.difficulty,
        interval: counted && isAnswer ? intervalAfter(memory, event.answeredAt) : null,
      }
    })
}

function intervalAfter({ dueDay, dueAt, lastDay }: Memory, answeredAt: number): Interval | null {
  if (dueAt !== null) return { minutes: (dueAt - answeredAt) / 60_000 }
  return dueDay === null || lastDay === null ? null : { days: dueDay - lastDay }
}
