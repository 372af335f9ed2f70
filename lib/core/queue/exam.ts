import { hashText } from '../exercises/random-stream'
import type { Memory } from '../memory/memory'
import type { StudyCalendar } from '../schedule/scheduler-settings'
import { studyDayAt } from '../schedule/study-day'
import type { QueueCard } from './queue-input'

/** A class that was given the deck writes an exam at this instant (epoch ms). */
export type DeckExam = { deckId: string; examAt: number }

export const EXAM_DAYS = 7

/** The seven study days before an exam's own day. */
export type ExamWindow = { firstDay: number; lastDay: number }

/** The windows of each deck whose exam is still to come, by deck id, the nearest first. */
export function examWindows(
  exams: readonly DeckExam[],
  now: number,
  calendar: StudyCalendar,
): Map<string, ExamWindow[]> {
  const windows = new Map<string, ExamWindow[]>()
  for (const { deckId, examAt } of exams.toSorted((a, b) => a.examAt - b.examAt)) {
    if (examAt <= now) continue
    const examDay = studyDayAt(examAt, calendar)
    const window = { firstDay: examDay - EXAM_DAYS, lastDay: examDay - 1 }
    windows.set(deckId, [...(windows.get(deckId) ?? []), window])
  }
  return windows
}

/** What an exam makes of a card in review: the day on which it comes up, and the window in which it must. */
export type ExamCall = { dueDay: number; window: ExamWindow }

/**
 * Before an exam every card that was learned comes up once more in the last seven days. One that falls due by itself in
 * time is left alone; the others are spread over the week, the sides of a note on days of their own. A card answered in
 * the window has had its turn. It follows from the log and the date alone: moving or dropping the exam leaves no trace.
 * `dueDay`: when the card is due without the exam. Null: no exam calls it.
 */
export function examCall(
  { noteId, ord }: Pick<QueueCard, 'noteId' | 'ord'>,
  { state, lastDay }: Memory,
  dueDay: number | null,
  windows: readonly ExamWindow[],
): ExamCall | null {
  if (state !== 'REVIEW' || lastDay === null || dueDay === null) return null
  for (const window of windows) {
    const { firstDay, lastDay: end } = window
    if (lastDay >= firstDay) continue
    return { dueDay: dueDay <= end ? dueDay : firstDay + turnOf(noteId, ord), window }
  }
  return null
}

const turnOf = (noteId: string, ord: number): number =>
  (parseInt(hashText(`exam ${noteId}`).slice(0, 8), 16) + ord) % EXAM_DAYS
