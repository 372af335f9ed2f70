import { createHash } from 'node:crypto'
import type { ImportedMemory, StudyEvent } from '@/lib/core/memory/study-event'
import { DEFAULT_WEIGHTS } from '@/lib/core/schedule/default-settings'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { CardHistory, CarriedMemory } from '@/lib/exchange/incoming'

export type HistoryPlace = {
  cardId: string
  importId: string
  calendar: StudyCalendar
  schedulerRevisionId: string
  now: number
}

/**
 * What another program knows of a card, as a log of ours: each of its answers, then one IMPORT with the memory that it
 * had, so that a fold gives that memory and the answers still count as history. Ids come from the import and the card,
 * so the same history brought twice is one log.
 */
export function eventsOfHistory(history: CardHistory, place: HistoryPlace): StudyEvent[] {
  const { cardId, importId, calendar, schedulerRevisionId, now } = place
  const events: StudyEvent[] = []
  const add = (kind: StudyEvent['kind'], at: number, more: Partial<StudyEvent>) => {
    const answeredAt = Math.min(at, now)
    events.push({
      id: eventId(importId, cardId, events.length),
      cardId,
      kind,
      after: events.at(-1)?.id ?? null,
      answeredAt,
      studyDay: studyDayAt(answeredAt, calendar),
      schedulerRevisionId,
      ...more,
    })
  }
  const answers = [...history.answers].sort((a, b) => a.at - b.at)
  for (const { at, grade, millis } of answers) add('ANSWER', at, { grade, millis })
  const { memory } = history
  if (memory) {
    const last = Math.max(answers.at(-1)?.at ?? 0, memory.lastAt ?? 0)
    add('IMPORT', last > 0 ? last + 1 : now, { imported: importedMemory(memory, calendar) })
  }
  if (history.flag > 0) add('FLAG', now, { flag: history.flag })
  if (history.suspended) add('SUSPEND', now, {})
  return events
}

/** The ids of these events, for which nothing of the learner's day is needed. */
export function eventIdsOfHistory(
  { answers, memory, flag, suspended }: CardHistory,
  { cardId, importId }: Pick<HistoryPlace, 'cardId' | 'importId'>,
): string[] {
  const length = answers.length + (memory ? 1 : 0) + (flag > 0 ? 1 : 0) + (suspended ? 1 : 0)
  return Array.from({ length }, (_, i) => eventId(importId, cardId, i))
}

/** A version 8 UUID (RFC 9562 §5.8): ours to make of a hash. */
export function eventId(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function importedMemory(memory: CarriedMemory, calendar: StudyCalendar): ImportedMemory {
  const { intervalDays, ease, dueAt, reps, lapses, lastAt } = memory
  // At 90%, which is what Anki's older scheduler aimed at, an interval is as long as the stability.
  const stability = memory.stability ?? intervalDays
  return {
    stability,
    difficulty: memory.difficulty ?? difficultyOf(ease, stability),
    dueDay: studyDayAt(dueAt, calendar),
    reps,
    lapses,
    ...(lastAt === null ? {} : { lastDay: studyDayAt(lastAt, calendar) }),
  }
}

/**
 * The difficulty at which FSRS' next interval after Good grows by the factor that SM-2 grew it by: its own rule for
 * stability after recall (open-spaced-repetition, "The Algorithm", S'_r) solved for D at a recall of 90%.
 */
function difficultyOf(ease: number, stability: number): number {
  const [w8, w9, w10] = [DEFAULT_WEIGHTS[8], DEFAULT_WEIGHTS[9], DEFAULT_WEIGHTS[10]]
  const factor = ease >= 1.3 ? ease : 2.5
  const difficulty = 11 - (factor - 1) / (Math.exp(w8) * stability ** -w9 * (Math.exp(0.1 * w10) - 1))
  return Math.min(10, Math.max(1, difficulty))
}
