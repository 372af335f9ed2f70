import { nextStudyDayStartsAt, studyDayAt, studyDayStartsAt } from '../schedule/study-day'
import { gatherDeck, type Gathered } from './gather-deck'
import { mixEvenly } from './mix-evenly'
import type { QueueInput } from './queue-input'
import { reviewOrder } from './review-order'
import { standingOf, type CardStanding } from './standing'

export type QueueItem = { cardId: string; deckId: string; kind: 'learning' | 'review' | 'new' }

export type QueueCounts = {
  new: number
  /** Due, or so soon that it will be asked in this sitting. */
  learning: number
  review: number
  /** Learning cards that come back today, but later than that. */
  laterToday: number
}

export type NewAndReviews = { new: number; reviews: number }

export type Queue = {
  /** The study day that the queue is for, and the instant at which it is no longer right. */
  studyDay: number
  studyDayEndsAt: number
  /** First comes first. Learning cards that are not due yet come last: they are only asked when nothing else is left. */
  items: QueueItem[]
  counts: QueueCounts
  countsByDeck: Record<string, QueueCounts>
  /** New cards and reviews answered today, and those that only a limit keeps from today's queue. */
  doneByDeck: Record<string, NewAndReviews>
  heldBackByDeck: Record<string, NewAndReviews>
  /** Now where something can be asked now; else when the next card is due. Null where nothing ever will be. */
  nextDueAt: number | null
}

/**
 * What to ask, in order, and how much is left: learning cards when they are due, then reviews with the new cards spread
 * evenly among them, within the day's limits of each deck. The same input gives the same queue.
 */
export function buildQueue(input: QueueInput): Queue {
  const { now, calendar } = input
  const studyDay = studyDayAt(now, calendar)
  const studyDayEndsAt = nextStudyDayStartsAt(now, calendar)
  const standings = standingOf(input, studyDay)
  const order = reviewOrder(input, studyDay)
  const day = { now, studyDay, studyDayEndsAt, goals: input.goals, aheadDays: input.aheadDays }
  const gathered = input.decks.flatMap((deck) => {
    const standing = standings.get(deck.id)
    return standing ? [gatherDeck(standing, order, day)] : []
  })

  const all = <K extends 'learning' | 'dayLearning' | 'soon' | 'reviews' | 'new'>(key: K) =>
    gathered.flatMap((deck) => deck[key])
  const byDueAt = (a: CardStanding, b: CardStanding) =>
    (a.memory.dueAt ?? 0) - (b.memory.dueAt ?? 0) || (a.card.id < b.card.id ? -1 : 1)
  const reviews = all('reviews').sort(order)
  const newCards = all('new')
  const newDone = sum(gathered, ({ newDone }) => newDone)
  const reviewsDone = sum(gathered, ({ reviewsDone }) => reviewsDone)
  const items = [
    ...all('learning').sort(byDueAt).map(asItem('learning')),
    ...all('dayLearning').sort(order).map(asItem('learning')),
    ...mixEvenly(reviews.map(asItem('review')), newCards.map(asItem('new')), {
      rest: reviewsDone,
      spread: newDone,
    }),
    ...all('soon').sort(byDueAt).map(asItem('learning')),
  ]

  const byDeck = <T>(amount: (deck: Gathered) => T) =>
    Object.fromEntries(gathered.map((deck) => [deck.deckId, amount(deck)]))
  return {
    studyDay,
    studyDayEndsAt,
    items,
    counts: addCounts(gathered.map(countsOf)),
    countsByDeck: byDeck(countsOf),
    doneByDeck: byDeck(({ newDone, reviewsDone }) => ({ new: newDone, reviews: reviewsDone })),
    heldBackByDeck: byDeck(({ heldBack }) => heldBack),
    nextDueAt: items.length > 0 ? now : nextDueAt(gathered, input, studyDay),
  }
}

const asItem =
  (kind: QueueItem['kind']) =>
  ({ card }: CardStanding): QueueItem => ({ cardId: card.id, deckId: card.deckId, kind })

function countsOf(deck: Gathered): QueueCounts {
  return {
    new: deck.new.length,
    learning: deck.learning.length + deck.dayLearning.length + deck.soon.length,
    review: deck.reviews.length,
    laterToday: deck.laterToday,
  }
}

function addCounts(counts: QueueCounts[]): QueueCounts {
  return {
    new: sum(counts, (deck) => deck.new),
    learning: sum(counts, (deck) => deck.learning),
    review: sum(counts, (deck) => deck.review),
    laterToday: sum(counts, (deck) => deck.laterToday),
  }
}

function nextDueAt(gathered: Gathered[], { calendar }: QueueInput, studyDay: number): number | null {
  const steps = gathered.flatMap(({ nextStepAt }) => nextStepAt ?? [])
  const days = gathered.flatMap(({ nextDay }) => nextDay ?? [])
  const nextDay =
    days.length === 0 ? [] : [studyDayStartsAt(Math.max(studyDay + 1, Math.min(...days)), calendar)]
  return steps.length + nextDay.length === 0 ? null : Math.min(...steps, ...nextDay)
}

const sum = <T>(list: readonly T[], amount: (item: T) => number): number =>
  list.reduce((total, item) => total + amount(item), 0)
