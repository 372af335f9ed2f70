import { NEW_MEMORY, type Memory } from '../memory/memory'
import { studyDayAt } from '../schedule/study-day'
import type { PackPreset } from '../study/study-pack'
import { examCall, examWindows } from './exam'
import type { QueueCard, QueueInput } from './queue-input'

/** A card that may be asked (it is not suspended), and where it stands. */
export type CardStanding = {
  card: QueueCard
  memory: Memory
  /** The study day on which it is due: its own, or the one on which its author asked it again. Null: new, or in a step of minutes. */
  dueDay: number | null
  /** Not today: buried by the learner, or a sibling was answered today. */
  isHidden: boolean
  /** An exam's last seven days ask it whatever the day's limits are. */
  isForExam: boolean
  /** It is the last of them: nothing but the learner keeps it for another day. */
  isLastCall: boolean
}

export type DeckStanding = {
  deckId: string
  preset: PackPreset
  cards: CardStanding[]
  /** Answers of the day to new cards and to cards in review: they use up the day's limits. */
  newDone: number
  reviewsDone: number
}

/** The cards of each deck with their memories, by deck id, in deck order. */
export function standingOf(input: QueueInput, studyDay: number): Map<string, DeckStanding> {
  const decks = new Map<string, DeckStanding>()
  for (const { id, presetId } of input.decks) {
    const preset = input.presets.find((preset) => preset.id === presetId)
    if (!preset) throw new Error(`Deck ${id} names preset ${presetId}, which is not given`)
    decks.set(id, { deckId: id, preset, cards: [], newDone: 0, reviewsDone: 0 })
  }

  const deckOfAnswered = new Map<string, QueueCard | null>(
    input.answers.map(({ event }) => [event.cardId, null]),
  )
  for (const card of input.cards) if (deckOfAnswered.has(card.id)) deckOfAnswered.set(card.id, card)
  const answeredOfNote = new Map<string, Set<string>>()
  for (const { event, before } of input.answers) {
    const card = deckOfAnswered.get(event.cardId)
    const deck = card && decks.get(card.deckId)
    if (!deck) continue
    if (before.state === 'NEW') deck.newDone++
    if (before.state === 'REVIEW') deck.reviewsDone++
    answeredOfNote.set(card.noteId, (answeredOfNote.get(card.noteId) ?? new Set()).add(card.id))
  }

  const windows = examWindows(input.exams ?? [], input.now, input.calendar)
  for (const card of input.cards) {
    const deck = decks.get(card.deckId)
    const memory = input.memories.get(card.id) ?? NEW_MEMORY
    if (!deck || memory.suspended) continue
    const answered = answeredOfNote.get(card.noteId)
    const siblingAnswered = answered !== undefined && (answered.size > 1 || !answered.has(card.id))
    const dueDay = dueDayOf(card, memory, input)
    const exam = examCall(card, memory, dueDay, windows.get(card.deckId) ?? [])
    const isForExam = exam !== null && studyDay >= exam.window.firstDay
    const isLastCall = isForExam && studyDay >= exam.window.lastDay
    const isBuried = memory.buriedUntilDay !== null && studyDay < memory.buriedUntilDay
    deck.cards.push({
      card,
      memory,
      dueDay: exam?.dueDay ?? dueDay,
      isHidden:
        isBuried || (siblingAnswered && deck.preset.burySiblings && memory.dueAt === null && !isLastCall),
      isForExam,
      isLastCall,
    })
  }
  for (const deck of decks.values()) deck.cards.sort(byPlace)
  return decks
}

function dueDayOf({ askAgainAt }: QueueCard, memory: Memory, { now, calendar }: QueueInput): number | null {
  if (memory.dueDay === null || askAgainAt === null || askAgainAt > now) return memory.dueDay
  if (memory.showingAt !== null && memory.showingAt >= askAgainAt) return memory.dueDay
  return Math.min(memory.dueDay, studyDayAt(askAgainAt, calendar))
}

function byPlace({ card: a }: CardStanding, { card: b }: CardStanding): number {
  return a.position - b.position || a.ord - b.ord || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
