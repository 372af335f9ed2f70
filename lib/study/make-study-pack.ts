import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Learner } from '@/lib/core/access/learner'
import { fail, ok, type Result } from '@/lib/core/result'
import { examsOf } from '@/lib/core/study/exams-of'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import { streakDays } from '@/lib/core/study/streak-days'
import type { PackCard, StudyPack } from '@/lib/core/study/study-pack'
import type { Store } from '@/lib/store/store'
import { chooseCards, PACK_DAYS, type Reach } from './choose-cards'
import { loadEnrolledDecks } from './load-enrolled-decks'
import { listTasks } from './list-tasks'
import { loadLogs } from './load-logs'
import { packCard } from './pack-card'

/** Longer streaks are told as this. */
const LONGEST_STREAK = 3_000

type Input = { learner: Learner } & Partial<Reach>

/** The learner's slice of the house for these days, or for more: see `Reach`. A wider one holds the usual one too. */
export async function makeStudyPack(
  store: Store,
  actor: SignedIn,
  { learner, ...wanted }: Input,
  now: number,
): Promise<Result<StudyPack>> {
  const { userId } = actor
  if (!can(actor, 'study.read', { userId })) return fail('forbidden')
  const studyDay = studyDayAt(now, learner)
  const reach = {
    ...wanted,
    aheadDays: Math.max(PACK_DAYS - 1, wanted.aheadDays ?? 0),
    moreNew: wanted.moreNew ?? 0,
  }
  const [enrolled, tasks] = await Promise.all([
    loadEnrolledDecks(store, actor),
    listTasks(store, userId, learner),
  ])
  if (reach.wholeDeckId !== undefined && !enrolled.decks.some(({ id }) => id === reach.wholeDeckId)) {
    return fail('not-found')
  }
  const at = { now, today: studyDay, calendar: learner }
  const chosen = await chooseCards(store, userId, enrolled, at, { ...reach, exams: examsOf(tasks) })
  const noteIds = [...new Set(chosen.map(({ noteId }) => noteId))]
  const [notes, logs, days] = await Promise.all([
    store.studyCards.listPublishedNotes(noteIds),
    loadLogs(store, userId, chosen),
    store.studyEvents.listAnswerDays(userId, studyDay, LONGEST_STREAK),
  ])
  const noteById = new Map(notes.map((note) => [note.id, note]))
  const cards = chosen.flatMap((card): PackCard[] => {
    const note = noteById.get(card.noteId)
    const packed = note ? packCard(card, note) : null
    return packed === null ? [] : [packed]
  })
  const { id, locale, guest, swipes, timeZone, dayStartsAtHour } = learner
  return ok({
    learner: { id, locale, guest, swipes, timeZone, dayStartsAtHour },
    servedAt: now,
    studyDay,
    ...enrolled,
    cards,
    logs,
    streakDays: streakDays(days, studyDay),
    tasks,
  })
}
