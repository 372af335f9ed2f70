/**
 * What an instructor sees of one learner: a pure function of the learner's log of the cards of the class' decks since
 * they joined, and of nothing else that they did. The dashboard, the learner's page and the exported table all show it.
 */
import { orderEvents } from '../memory/event-order'
import { listInForce } from '../memory/in-force'
import type { Memory } from '../memory/memory'
import type { StudyEvent } from '../memory/study-event'

/** Answers that tried a memory of an earlier day, and those of them that still had it. */
export type Recall = { asked: number; kept: number }

export type DeckFigures = {
  deckId: string
  /** Cards of the deck; those that were answered since joining and not reset since; those of these that are due now. */
  cards: number
  met: number
  due: number
  answers: number
  days7: Recall
  days30: Recall
}

export type CardFigures = { cardId: string; recall: Recall; answers: number }

export type LearnerFigures = {
  /** Answers in force, and the study days on which there were any. */
  answers: number
  days: number
  millis: number
  lastAnsweredAt: number | null
  byDeck: DeckFigures[]
  /** Answers of the last thirty study days, the oldest first, days without any too. */
  byDay: { studyDay: number; answers: number }[]
  /** Every card with an answer, in no order. */
  byCard: CardFigures[]
}

export type LearnerRecord = {
  /** Epoch ms. Events from before are passed over. */
  joinedAt: number
  /** The instant of asking, with its study day in the learner's own zone. */
  now: number
  today: number
  /** Of every deck the ids of the cards that can be studied. */
  decks: readonly { deckId: string; cardIds: readonly string[] }[]
  events: readonly StudyEvent[]
  /** By card id: what the log folds to, for what is due. */
  memories: ReadonlyMap<string, Pick<Memory, 'state' | 'dueAt' | 'dueDay' | 'suspended'>>
}

/**
 * Retention counts of each card and study day the first answer in force, where the card was answered on an earlier day:
 * later answers of the day only repeat what was just seen. A card that was reset begins anew.
 */
export function learnerFigures(record: LearnerRecord): LearnerFigures {
  const logs = new Map<string, StudyEvent[]>()
  for (const event of record.events) {
    if (event.answeredAt < record.joinedAt) continue
    const log = logs.get(event.cardId)
    if (log) log.push(event)
    else logs.set(event.cardId, [event])
  }
  const days = new Map<number, number>()
  const total = { answers: 0, millis: 0, lastAnsweredAt: null as number | null }
  const byCard: CardFigures[] = []
  const byDeck = record.decks.map(({ deckId, cardIds }): DeckFigures => {
    const deck = { deckId, cards: cardIds.length, met: 0, due: 0, answers: 0, days7: none(), days30: none() }
    for (const cardId of cardIds) {
      const log = logs.get(cardId)
      if (log === undefined) continue
      const card = countCard(log, record.today, deck)
      for (const { studyDay, answeredAt, millis } of card.answered) {
        days.set(studyDay, (days.get(studyDay) ?? 0) + 1)
        total.millis += millis ?? 0
        total.lastAnsweredAt = Math.max(total.lastAnsweredAt ?? 0, answeredAt)
      }
      if (card.answered.length === 0) continue
      total.answers += card.answered.length
      deck.answers += card.answered.length
      if (card.isMet) deck.met++
      if (card.isMet && isDue(record.memories.get(cardId), record)) deck.due++
      byCard.push({ cardId, recall: card.recall, answers: card.answered.length })
    }
    return deck
  })
  const byDay = Array.from({ length: 30 }, (_, n) => {
    const studyDay = record.today - 29 + n
    return { studyDay, answers: days.get(studyDay) ?? 0 }
  })
  return { ...total, days: days.size, byDeck, byDay, byCard }
}

function countCard(
  log: readonly StudyEvent[],
  today: number,
  deck: { days7: Recall; days30: Recall },
): { answered: StudyEvent[]; recall: Recall; isMet: boolean } {
  const recall = none()
  const answered: StudyEvent[] = []
  let lastDay: number | null = null
  for (const event of listInForce(orderEvents(log))) {
    if (event.kind === 'RESET') lastDay = null
    if (event.kind !== 'ANSWER') continue
    answered.push(event)
    if (lastDay !== null && event.studyDay > lastDay) {
      const isKept = (event.grade ?? 1) > 1
      add(recall, isKept)
      if (event.studyDay > today - 7) add(deck.days7, isKept)
      if (event.studyDay > today - 30) add(deck.days30, isKept)
    }
    lastDay = Math.max(lastDay ?? event.studyDay, event.studyDay)
  }
  return { answered, recall, isMet: lastDay !== null }
}

function isDue(
  memory: Pick<Memory, 'state' | 'dueAt' | 'dueDay' | 'suspended'> | undefined,
  { now, today }: { now: number; today: number },
): boolean {
  if (!memory || memory.suspended || memory.state === 'NEW') return false
  return memory.dueAt !== null ? memory.dueAt <= now : memory.dueDay !== null && memory.dueDay <= today
}

export const none = (): Recall => ({ asked: 0, kept: 0 })

function add(recall: Recall, isKept: boolean): void {
  recall.asked++
  if (isKept) recall.kept++
}

export const addRecalls = (recalls: readonly Recall[]): Recall =>
  recalls.reduce((sum, { asked, kept }) => ({ asked: sum.asked + asked, kept: sum.kept + kept }), none())

/** The share that was kept, 0 to 1; null where nothing was asked. */
export const shareOf = ({ asked, kept }: Recall): number | null => (asked === 0 ? null : kept / asked)
