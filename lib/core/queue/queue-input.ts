import type { EventVerdict } from '../memory/fold'
import type { Memory } from '../memory/memory'
import type { SchedulerSettings, StudyCalendar } from '../schedule/scheduler-settings'
import type { DeckExam } from './exam'
import type { PackCard, PackDeck, PackPreset } from '../study/study-pack'

export type QueueCard = Pick<PackCard, 'id' | 'noteId' | 'deckId' | 'position' | 'ord' | 'askAgainAt'>
export type QueueDeck = Pick<PackDeck, 'id' | 'presetId'>

/** What a day's queue is made of; a study pack has it all but the memories and answers, which its logs fold to. */
export type QueueInput = {
  decks: readonly QueueDeck[]
  presets: readonly PackPreset[]
  revisions: Readonly<Record<string, SchedulerSettings>>
  /** Cards of other decks than those given are passed over. */
  cards: readonly QueueCard[]
  /** By card id; absent for a card never touched. */
  memories: ReadonlyMap<string, Memory>
  /** The counted answers of the study day at `now` (listDayAnswers): they use up limits and hide siblings. */
  answers: readonly EventVerdict[]
  /** Epoch ms. */
  now: number
  calendar: StudyCalendar
  /** Study more (raiseGoals). Goals of another study day than the one at `now` are passed over. */
  goals?: DayGoals
  /** Study ahead: reviews of so many days to come are asked as well, without limit, and no new cards. */
  aheadDays?: number
  /** Exams for which decks were given; past ones are passed over. */
  exams?: readonly DeckExam[]
}

/** What a study day should come to in all, by deck id, where that is more than the limits allow. */
export type DayGoals = {
  studyDay: number
  byDeck: Readonly<Record<string, { new: number; reviews: number }>>
}
