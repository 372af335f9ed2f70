import { listDayAnswers } from '@/lib/core/memory/fold-logs'
import type { EventVerdict } from '@/lib/core/memory/fold'
import { buildQueue, type Queue } from '@/lib/core/queue/queue'
import type { DayGoals } from '@/lib/core/queue/queue-input'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import { examsOf } from '@/lib/core/study/exams-of'
import type { PackCard, StudyPack } from '@/lib/core/study/study-pack'
import type { Replica } from './replica'
import { createLogReader, type StudyLogs } from './study-logs'

/** What of the day is asked for, where it is not the plan as it stands. */
export type StudyRange = { deckId?: string; goals?: DayGoals; aheadDays?: number }

export type StudyState = StudyLogs & {
  /** The server's clock, as far as this browser knows it. */
  now: number
  studyDay: number
  pack: StudyPack
  /** Cards that can be shown, by id. */
  cards: ReadonlyMap<string, PackCard>
  answersToday: EventVerdict[]
  queue: Queue
  streakDays: number
}

export type ReplicaWithPack = Replica & { pack: StudyPack }

export function hasPack(replica: Replica): replica is ReplicaWithPack {
  return replica.pack !== null
}

/**
 * State is a function of the pack, the events that the pack does not have yet, and the time: the same functions as the
 * server's, so that nothing has to be asked before the next card is shown.
 */
export function createStudyReader() {
  const readLogs = createLogReader()
  let cardsOf: { pack: StudyPack; cards: Map<string, PackCard> } | null = null

  return function readStudy(
    replica: ReplicaWithPack,
    clockOffsetMs: number,
    browserNow: number,
    range: StudyRange = {},
  ): StudyState {
    const { pack } = replica
    const now = browserNow + clockOffsetMs
    const logs = readLogs(replica, clockOffsetMs)
    if (cardsOf?.pack !== pack) cardsOf = { pack, cards: new Map(pack.cards.map((card) => [card.id, card])) }
    const { cards } = cardsOf
    const studyDay = studyDayAt(now, pack.learner)
    const folds = [...logs.logs.values()].map((log) => log.fold)
    const answersToday = listDayAnswers(folds, studyDay)
    const { deckId, goals, aheadDays } = range
    const queue = buildQueue({
      goals,
      aheadDays,
      exams: examsOf(pack.tasks ?? []),
      decks: deckId ? pack.decks.filter((deck) => deck.id === deckId) : pack.decks,
      presets: pack.presets,
      revisions: pack.revisions,
      cards: [...cards.values()],
      memories: logs.memories,
      answers: answersToday,
      now,
      calendar: pack.learner,
    })
    const streakDays = countStreak(pack, logs, studyDay)
    return { ...logs, now, studyDay, pack, cards, answersToday, queue, streakDays }
  }
}

/** The pack's streak, carried on by what was answered since it was made. */
function countStreak(pack: StudyPack, { logs }: StudyLogs, today: number): number {
  const days = new Set<number>()
  for (const { fold } of logs.values())
    for (const { counted, event } of fold.verdicts)
      if (counted && event.kind === 'ANSWER') days.add(event.studyDay)
  const servedEnd = servedToday(pack) ? pack.studyDay : pack.studyDay - 1
  const isDone = (day: number) => days.has(day) || (day <= servedEnd && day > servedEnd - pack.streakDays)
  let day = isDone(today) ? today : today - 1
  let streak = 0
  for (; isDone(day); day--) streak++
  return streak
}

function servedToday(pack: StudyPack): boolean {
  return Object.values(pack.logs).some((log) =>
    log.some((event) => event.kind === 'ANSWER' && event.studyDay === pack.studyDay),
  )
}
