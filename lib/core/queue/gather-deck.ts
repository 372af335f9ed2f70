import type { DayGoals } from './queue-input'
import type { CardStanding, DeckStanding } from './standing'

/** What a deck has for a study day, before it is put in order with what other decks have. */
export type Gathered = {
  deckId: string
  /** Steps of minutes that are due; that are so near that they are asked when nothing else is left; that come later. */
  learning: CardStanding[]
  soon: CardStanding[]
  laterToday: number
  /** Steps of days that are due. */
  dayLearning: CardStanding[]
  reviews: CardStanding[]
  new: CardStanding[]
  /** Could be asked today but for the day's limits. */
  heldBack: { new: number; reviews: number }
  newDone: number
  reviewsDone: number
  /** When the next step of minutes is due, and the earliest day that anything else waits for. */
  nextStepAt: number | null
  nextDay: number | null
}

type Day = { now: number; studyDay: number; studyDayEndsAt: number; goals?: DayGoals; aheadDays?: number }

export const LEARN_AHEAD_MS = 20 * 60_000

/**
 * In Anki's order, learning, reviews, new cards, each keeping the later siblings of its note for another day. New cards
 * also need room below the review limit, so that a day full of reviews brings none; learning cards count towards no
 * limit.
 */
export function gatherDeck(
  deck: DeckStanding,
  order: (a: CardStanding, b: CardStanding) => number,
  day: Day,
): Gathered {
  const { preset, newDone, reviewsDone } = deck
  const gathered: Gathered = {
    deckId: deck.deckId,
    learning: [],
    soon: [],
    laterToday: 0,
    dayLearning: [],
    reviews: [],
    new: [],
    heldBack: { new: 0, reviews: 0 },
    newDone,
    reviewsDone,
    nextStepAt: null,
    nextDay: null,
  }
  const waitUntil = (dueDay: number) => {
    gathered.nextDay = Math.min(gathered.nextDay ?? Infinity, dueDay)
  }
  const taken = new Set<string>()
  const take = ({ card, isLastCall }: CardStanding): boolean => {
    if (preset.burySiblings && taken.has(card.noteId) && !isLastCall) return false
    taken.add(card.noteId)
    return true
  }

  const dueReviews: CardStanding[] = []
  const dueSteps: CardStanding[] = []
  const newCards: CardStanding[] = []
  for (const standing of deck.cards) {
    const { memory, dueDay } = standing
    if (memory.dueAt !== null) gatherStep(gathered, standing, memory.dueAt, day, take)
    else if (standing.isHidden) waitUntil(Math.max(day.studyDay + 1, memory.buriedUntilDay ?? 0, dueDay ?? 0))
    else if (memory.state === 'NEW') newCards.push(standing)
    else if (dueDay === null) continue
    else if (memory.state !== 'REVIEW' && dueDay <= day.studyDay) dueSteps.push(standing)
    else if (memory.state === 'REVIEW' && dueDay <= day.studyDay + (day.aheadDays ?? 0))
      dueReviews.push(standing)
    else waitUntil(dueDay)
  }

  const isAhead = day.aheadDays !== undefined
  const goal = day.goals?.studyDay === day.studyDay ? day.goals.byDeck[deck.deckId] : undefined
  gathered.dayLearning = dueSteps.sort(order).filter(take)
  const reviews = dueReviews.sort(order).filter(take)
  const reviewsLeft = Math.max(preset.reviewsPerDay, goal?.reviews ?? 0) - reviewsDone
  gathered.reviews = isAhead ? reviews : reviews.filter((each, n) => n < reviewsLeft || each.isForExam)
  // Those brought forward to today, or earlier, come first; the sort keeps the deck's order among the rest.
  const isWanted = ({ dueDay }: CardStanding) => dueDay !== null && dueDay <= day.studyDay
  newCards.sort((a, b) => Number(isWanted(b)) - Number(isWanted(a)))
  const freshCards = isAhead ? [] : newCards.filter(take)
  const roomForNew = preset.reviewsPerDay - reviewsDone - gathered.reviews.length
  const newLeft = Math.max(Math.min(preset.newPerDay, roomForNew), goal?.new ?? 0) - newDone
  gathered.new = freshCards.slice(0, Math.max(0, newLeft))
  gathered.heldBack = {
    new: freshCards.length - gathered.new.length,
    reviews: reviews.length - gathered.reviews.length,
  }
  const isMoreForTomorrow =
    gathered.dayLearning.length < dueSteps.length ||
    gathered.reviews.length < dueReviews.length ||
    gathered.new.length < newCards.length
  if (isMoreForTomorrow) waitUntil(day.studyDay + 1)
  return gathered
}

function gatherStep(
  gathered: Gathered,
  standing: CardStanding,
  dueAt: number,
  { now, studyDay, studyDayEndsAt }: Day,
  take: (standing: CardStanding) => boolean,
): void {
  if (standing.isHidden) {
    gathered.nextDay = Math.min(gathered.nextDay ?? Infinity, standing.memory.buriedUntilDay ?? studyDay + 1)
    return
  }
  if (dueAt < studyDayEndsAt) take(standing)
  if (dueAt <= now) gathered.learning.push(standing)
  else if (dueAt <= now + LEARN_AHEAD_MS) gathered.soon.push(standing)
  else {
    gathered.nextStepAt = Math.min(gathered.nextStepAt ?? Infinity, dueAt)
    if (dueAt < studyDayEndsAt) gathered.laterToday++
  }
}
