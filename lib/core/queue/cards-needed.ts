import { studyDayAt } from '../schedule/study-day'
import type { QueueInput } from './queue-input'
import { reviewOrder } from './review-order'
import { standingOf, type CardStanding, type DeckStanding } from './standing'

/**
 * The ids of the cards that a browser needs so that, whatever is answered, it can build every queue from now through
 * the study day `through` by itself: also what was answered today, for undo and the day's counts. Somewhat more than
 * will be asked: which sibling is hidden on which day depends on answers still to come.
 */
export function cardsNeededThrough(through: number, input: QueueInput): Set<string> {
  const today = studyDayAt(input.now, input.calendar)
  const needed = new Set<string>(input.answers.map(({ event }) => event.cardId))
  const orderOn = (day: number) => reviewOrder(input, day)
  for (const card of input.cards) {
    const lastDay = input.memories.get(card.id)?.lastDay
    if (lastDay !== undefined && lastDay !== null && lastDay >= today) needed.add(card.id)
  }
  for (const deck of standingOf(input, today).values())
    for (const { card } of neededOfDeck(deck, today, through, orderOn)) needed.add(card.id)
  return needed
}

function neededOfDeck(
  deck: DeckStanding,
  today: number,
  through: number,
  orderOn: (day: number) => (a: CardStanding, b: CardStanding) => number,
): CardStanding[] {
  const days = through - today + 1
  const isDueBy = (dueDay: number | null, day: number) => dueDay !== null && dueDay <= day
  const waking = deck.cards.filter(({ memory }) => !isAfter(memory.buriedUntilDay, through))
  const steps = waking.filter(
    ({ memory, dueDay }) =>
      memory.dueAt !== null ||
      (memory.state !== 'REVIEW' && memory.state !== 'NEW' && isDueBy(dueDay, through)),
  )

  // On the k-th day the first `limit` notes of that day's order are asked, less those that the days before took away.
  const reviews = new Set<CardStanding>()
  const inReview = waking.filter(({ memory }) => memory.state === 'REVIEW')
  for (let day = today; day <= through; day++) {
    const due = inReview.filter(({ dueDay }) => isDueBy(dueDay, day)).sort(orderOn(day))
    for (const standing of firstNotes(due, deck.preset.reviewsPerDay * (day - today + 2)))
      reviews.add(standing)
  }

  // A note that is asked for one card hides its others, so the count goes by notes of which nothing else can be asked.
  const known = new Set(waking.filter(({ memory }) => memory.state !== 'NEW').map(({ card }) => card.noteId))
  const fresh = waking.filter(({ memory }) => memory.state === 'NEW')
  const newCards = firstNotes(fresh, deck.preset.newPerDay * (days + 1), known)
  return [...steps, ...reviews, ...newCards]
}

/** Cards in order up to and including those of the first `count` notes, not counting the notes in `uncounted`. */
function firstNotes(
  cards: CardStanding[],
  count: number,
  uncounted: Set<string> = new Set(),
): CardStanding[] {
  const notes = new Set<string>()
  const first: CardStanding[] = []
  for (const standing of cards) {
    const { noteId } = standing.card
    if (!uncounted.has(noteId)) {
      if (!notes.has(noteId) && notes.size >= count) break
      notes.add(noteId)
    }
    first.push(standing)
  }
  return first
}

const isAfter = (day: number | null, other: number): boolean => day !== null && day > other
