import type { Actor } from '@/lib/core/access/actor'
import { findAuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { LOCALES, type Localized } from '@/lib/core/content/content'
import { findExerciseCard } from '@/lib/core/exercises/exercise-card'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { foldLog } from '@/lib/core/memory/fold'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { SchedulerSettings, StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { studyDayStartsAt } from '@/lib/core/schedule/study-day'
import type { OutgoingCard, OutgoingMemory, OutgoingNote } from '@/lib/exchange/outgoing'
import type { CardRow } from '@/lib/store/cards'
import type { MemoryRow } from '@/lib/store/memories'
import type { Store } from '@/lib/store/store'

/** Whose memories go along, and in which days they count. */
export type Scheduling = {
  userId: string
  calendar: StudyCalendar
  revisions: Record<string, SchedulerSettings>
}

const PART = 100
const NOON_AFTER_START = 8 * 3_600_000

/** A deck's published notes in its order, a part at a time: no more than that is in memory. */
export async function* outgoingNotes(
  store: Store,
  deckId: string,
  scheduling: Scheduling | null,
): AsyncGenerator<OutgoingNote[]> {
  const order = await store.notes.listOrder(deckId)
  for (let at = 0; at < order.length; at += PART) {
    const part = order.slice(at, at + PART)
    const ids = part.map(({ id }) => id)
    const words = await store.notes.listPublishedWords(ids)
    const changed = await store.noteRevisions.listLatest(ids)
    const cards = await outgoingCards(store, ids, scheduling)
    yield part.flatMap(({ id, key }): OutgoingNote[] => {
      const note = words.get(id)
      if (!note) return []
      const { kind, tags, source, fields, exercise } = note
      const changedAt = changed.get(id)
      const stands = kind === 'EXERCISE' ? standsFor(exercise) : undefined
      return [
        {
          id,
          key,
          ...(changedAt === undefined ? {} : { changedAt }),
          kind,
          tags,
          ...(source === undefined ? {} : { source }),
          fields,
          ...(exercise === undefined ? {} : { exercise }),
          ...(stands ? { stands } : {}),
          cards: cards.get(id) ?? [],
        },
      ]
    })
  }
}

export async function findScheduling(
  store: Store,
  actor: Actor,
  calendar: StudyCalendar,
): Promise<Scheduling | null> {
  if (actor.kind === 'nobody') return null
  const revisions = await store.schedulerRevisions.listByUser(actor.userId)
  return {
    userId: actor.userId,
    calendar,
    revisions: Object.fromEntries(revisions.map(({ id, settings }) => [id, settings])),
  }
}

async function outgoingCards(
  store: Store,
  noteIds: string[],
  scheduling: Scheduling | null,
): Promise<Map<string, OutgoingCard[]>> {
  const cards = (await store.cards.listByNotes(noteIds)).filter(({ retiredAt }) => retiredAt === null)
  const ids = cards.map(({ id }) => id)
  const memories = scheduling ? await store.memories.listByCards(scheduling.userId, ids) : []
  const events = scheduling ? await store.studyEvents.listByCards(scheduling.userId, ids) : []
  const byNote = new Map<string, OutgoingCard[]>()
  for (const card of cards) {
    const memory = memories.find(({ cardId }) => cardId === card.id)
    const own = events.filter(({ cardId }) => cardId === card.id)
    const outgoing = outgoingCard(card, memory, own, scheduling)
    const before = byNote.get(card.noteId)
    if (before) before.push(outgoing)
    else byNote.set(card.noteId, [outgoing])
  }
  return byNote
}

function outgoingCard(
  { id, ord }: CardRow,
  memory: MemoryRow | undefined,
  events: StudyEvent[],
  scheduling: Scheduling | null,
): OutgoingCard {
  if (!scheduling || !memory) return { ord, memory: null, answers: [] }
  const { calendar, revisions } = scheduling
  const { verdicts } = foldLog(events, { cardId: id, revisions })
  const answers = verdicts.flatMap(({ event, counted, before, memory: after }) => {
    if (!counted || event.kind !== 'ANSWER' || event.grade === undefined) return []
    const intervalDays = Math.max(0, (after.dueDay ?? 0) - (after.lastDay ?? after.dueDay ?? 0))
    const { answeredAt: at, grade, millis = 0 } = event
    return [{ at, grade, millis, intervalDays, stateBefore: before.state }]
  })
  return { ord, answers, memory: outgoingMemory(memory, answers.at(-1)?.at ?? null, calendar) }
}

function outgoingMemory(
  memory: MemoryRow,
  lastAnswerAt: number | null,
  calendar: StudyCalendar,
): OutgoingMemory {
  const { state, stability, difficulty, dueDay, dueAt, lastDay, reps, lapses, suspended, flag } = memory
  const noonOf = (day: number) => studyDayStartsAt(day, calendar) + NOON_AFTER_START
  return {
    state,
    stability,
    difficulty,
    dueAt: dueAt ?? (dueDay === null ? null : noonOf(dueDay)),
    lastAt: lastDay === null ? lastAnswerAt : (lastAnswerAt ?? noonOf(lastDay)),
    intervalDays: dueDay === null || lastDay === null ? 0 : Math.max(1, dueDay - lastDay),
    reps,
    lapses,
    suspended,
    flag,
  }
}

/** What other programs show of an exercise, whose numbers only we can draw. */
function standsFor(exercise: unknown): Localized<{ front: string; back: string }> | undefined {
  const authored = findAuthoredExercise(exercise)
  const card = authored ? null : findExerciseCard(exercise)
  const known = card ? getExercise(card.id) : null
  const of = (locale: 'zh' | 'en') => {
    const front = known ? known.name[locale] : authored?.title[locale]
    const back = known ? known.about[locale] : authored?.question[locale]?.replace(/\{\{.*?\}\}/g, '…')
    return front ? { front, back: back ?? '' } : null
  }
  const sides = LOCALES.flatMap((locale) => {
    const side = of(locale)
    return side ? [[locale, side] as const] : []
  })
  return sides.length > 0 ? Object.fromEntries(sides) : undefined
}
