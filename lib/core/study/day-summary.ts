import type { EventVerdict } from '../memory/fold'
import { isLeechVerdict } from '../memory/leech'
import type { Grade } from '../memory/study-event'

/** A learner who went to make tea did not think for ten minutes (Anki's cap). */
export const LONGEST_ANSWER_MS = 60_000

export type DaySummary = {
  answers: number
  byGrade: Record<Grade, number>
  /** Time at the cards, each answer counted as a minute at most. */
  millis: number
  /** Cards seen for the first time. */
  started: string[]
  /** Cards that left their first steps: they are learned, and come back on another day. */
  learned: string[]
  /** Cards answered Again, with how often; the most missed first. */
  missed: { cardId: string; times: number }[]
  /** Cards in review when first answered that day, and how many of them were recalled. */
  reviewed: number
  recalled: number
  /** Cards that became leeches, or did so again. */
  leeches: string[]
}

/**
 * What a study day, or a sitting, came to, from its counted answers in order (listDayAnswers). `leechThreshold` by card
 * id, since decks differ.
 */
export function summarizeDay(
  answers: readonly EventVerdict[],
  leechThreshold: (cardId: string) => number,
): DaySummary {
  const summary: DaySummary = {
    answers: answers.length,
    byGrade: { 1: 0, 2: 0, 3: 0, 4: 0 },
    millis: 0,
    started: [],
    learned: [],
    missed: [],
    reviewed: 0,
    recalled: 0,
    leeches: [],
  }
  const misses = new Map<string, number>()
  const started = new Set<string>()
  const learned = new Set<string>()
  const leeches = new Set<string>()
  const reviewed = new Set<string>()
  for (const verdict of answers) {
    const { event, before, memory } = verdict
    const { cardId, grade = 1, millis = 0 } = event
    summary.byGrade[grade]++
    summary.millis += Math.min(Math.max(0, millis), LONGEST_ANSWER_MS)
    if (grade === 1) misses.set(cardId, (misses.get(cardId) ?? 0) + 1)
    if (before.state === 'NEW') started.add(cardId)
    if ((before.state === 'NEW' || before.state === 'LEARNING') && memory.state === 'REVIEW')
      learned.add(cardId)
    if (isLeechVerdict(verdict, leechThreshold(cardId))) leeches.add(cardId)
    if (before.state === 'REVIEW' && !reviewed.has(cardId)) {
      reviewed.add(cardId)
      if (grade > 1) summary.recalled++
    }
  }
  summary.reviewed = reviewed.size
  summary.started = [...started]
  summary.learned = [...learned]
  summary.leeches = [...leeches]
  summary.missed = [...misses].map(([cardId, times]) => ({ cardId, times })).sort((a, b) => b.times - a.times)
  return summary
}
