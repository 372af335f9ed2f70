import { scheduleAnswer } from '../schedule/schedule'
import type { SchedulerSettings } from '../schedule/scheduler-settings'
import { orderEvents } from './event-order'
import { countedAnswers, showingKey, undoneTargets } from './in-force'
import { NEW_MEMORY, type Memory } from './memory'
import type { ImportedMemory, StudyEvent } from './study-event'

/** What came of one event. Undone and uncounted ones stay in the log and change nothing: `before` equals `memory`. */
export type EventVerdict = {
  event: StudyEvent
  /** It is in force: not undone and, if an answer, the one that counts of its showing. Of an UNDO: it has a target. */
  counted: boolean
  undone: boolean
  /** The answer that counts instead of this one. */
  countedInstead: string | null
  before: Memory
  /** The memory after it. */
  memory: Memory
}

export type FoldResult = {
  memory: Memory
  /** In the order in which the events take effect. */
  verdicts: EventVerdict[]
}

export type FoldContext = {
  cardId: string
  /** Every revision that a counted answer names: a fold throws for one that is missing. */
  revisions: Readonly<Record<string, SchedulerSettings>>
}

/**
 * A learner's log of one card, in any order, to the memory that it adds up to. An UNDO takes its target out, whichever
 * of the two arrived first. Of the answers to one showing (the same `after`) on one study day the first counts.
 * `memory.showing` is the last event in force that decides a showing, so an undo gives back the showing of before.
 */
export function foldLog(events: readonly StudyEvent[], context: FoldContext): FoldResult {
  const ordered = orderEvents(events)
  const undone = undoneTargets(ordered)
  const winners = countedAnswers(ordered, undone)

  let memory: Memory = { ...NEW_MEMORY, hasGaps: hasGaps(ordered) }
  const verdicts = ordered.map((event): EventVerdict => {
    const before = memory
    const winner = event.kind === 'ANSWER' ? (winners.get(showingKey(event)) ?? event.id) : event.id
    const isUndone = undone.has(event.id)
    const counted = event.kind === 'UNDO' ? undone.has(event.target ?? '') : !isUndone && winner === event.id
    if (counted) memory = applyInForce(memory, event, context)
    return {
      event,
      counted,
      undone: isUndone,
      countedInstead: !isUndone && winner !== event.id ? winner : null,
      before,
      memory,
    }
  })
  return { memory, verdicts }
}

/**
 * The memory after one more answer, without the log: what `foldLog` of the log and the answer gives, for the answer
 * that everybody sends, the one to the current showing. Null where only the whole log can tell.
 */
export function foldNextAnswer(memory: Memory, event: StudyEvent, context: FoldContext): EventVerdict | null {
  const isNextAnswer = event.kind === 'ANSWER' && event.after === memory.showing && !memory.hasGaps
  if (!isNextAnswer || event.after === event.id) return null
  const after = applyInForce(memory, event, context)
  return { event, counted: true, undone: false, countedInstead: null, before: memory, memory: after }
}

function applyInForce(memory: Memory, event: StudyEvent, context: FoldContext): Memory {
  const shown = { showing: event.id, showingAt: event.answeredAt }
  switch (event.kind) {
    case 'ANSWER':
      return { ...answer(memory, event, context), ...shown }
    case 'RESET':
      return { ...NEW_MEMORY, ...keptThrough(memory), ...shown }
    case 'BRING_FORWARD':
      return { ...memory, ...broughtForward(memory, event), ...shown }
    case 'IMPORT':
      return { ...NEW_MEMORY, ...keptThrough(memory), ...imported(event), ...shown }
    case 'SUSPEND':
      return { ...memory, suspended: true }
    case 'RESUME':
      return { ...memory, suspended: false }
    case 'BURY':
      return { ...memory, buriedUntilDay: event.studyDay + 1 }
    case 'FLAG':
      return { ...memory, flag: event.flag ?? 0 }
    case 'UNDO':
      return memory
  }
}

function answer(memory: Memory, event: StudyEvent, { cardId, revisions }: FoldContext): Memory {
  const settings = Object.hasOwn(revisions, event.schedulerRevisionId)
    ? revisions[event.schedulerRevisionId]
    : undefined
  if (!settings)
    throw new Error(
      `Event ${event.id} names scheduler revision ${event.schedulerRevisionId}, which is not given`,
    )
  if (event.grade === undefined) throw new Error(`Answer ${event.id} has no grade`)
  const { answeredAt, studyDay, grade } = event
  return scheduleAnswer({ cardId, memory, settings, answeredAt, studyDay }, grade)
}

/** What is not of the memory's strength outlives a reset. */
function keptThrough({ suspended, buriedUntilDay, flag, hasGaps }: Memory): Partial<Memory> {
  return { suspended, buriedUntilDay, flag, hasGaps }
}

/** Never later than it was due. A new card stays new, and from that day on comes before the other new ones. */
function broughtForward(
  { state, dueDay, dueAt }: Memory,
  event: StudyEvent,
): Pick<Memory, 'dueDay' | 'dueAt'> {
  const wasDue = dueDay ?? (state === 'NEW' ? event.studyDay : null)
  return {
    dueDay: wasDue === null ? null : Math.min(wasDue, event.studyDay),
    dueAt: dueAt === null ? null : Math.min(dueAt, event.answeredAt),
  }
}

function imported({
  id,
  imported,
  studyDay,
}: StudyEvent): ImportedMemory & Pick<Memory, 'state' | 'lastDay'> {
  if (!imported) throw new Error(`Import ${id} brings no memory`)
  const { stability, difficulty, dueDay, reps, lapses } = imported
  const lastDay = imported.lastDay ?? Math.min(studyDay, dueDay - Math.max(1, Math.round(stability)))
  return { state: 'REVIEW', stability, difficulty, dueDay, reps, lapses, lastDay }
}

function hasGaps(events: readonly StudyEvent[]): boolean {
  const ids = new Set(events.map(({ id }) => id))
  return events.some(({ after, target }) => isMissing(after, ids) || isMissing(target, ids))
}

const isMissing = (id: string | null | undefined, ids: Set<string>): boolean =>
  id !== null && id !== undefined && !ids.has(id)
