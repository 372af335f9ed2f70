import { randomFrom } from '@/lib/core/queue/testing/simulated-learner'
import type { SignedIn } from '@/lib/core/access/actor'
import type { ClientAttempt } from '@/lib/core/exercises/attempt'
import type { Exercise } from '@/lib/core/exercises/exercise'
import type { Grade } from '@/lib/core/memory/study-event'
import type { ClientEvent } from '@/lib/core/study/event-batch'
import { uuidV7 } from '@/lib/core/ids'
import type { Store } from '@/lib/store/store'
import { recordEvents } from '@/lib/study/record-events'
import { recordAttempts } from '@/lib/practice/record-attempts'
import { workExercise } from '@/lib/practice/testing/work-exercise'

const DAY = 86_400_000
const CALENDAR = { timeZone: 'Europe/Berlin', dayStartsAtHour: 4 }

/** Exercises with the quantity whose number stands where the activation was left out. */
const EXERCISES: [string, string][] = [
  ['lstm-f', 'a_f'],
  ['lstm-i', 'a_i'],
  ['gru-z', 'a_z'],
]

const withSlip = (quantity: string) => (exercise: Exercise) =>
  Object.fromEntries(
    exercise.tasks.map((task) => [
      task.id,
      task.kind === 'values'
        ? Array.from(exercise.sheet?.trace.steps[task.step][quantity] ?? [], (value) => value.toFixed(3))
        : [],
    ]),
  )

export type Simulation = {
  /** Cards of the class' decks, then of others that nobody should see. */
  cardIds: string[]
  otherIds: string[]
  days: number
  /** Cards a learner meets anew in a day. */
  newPerDay: number
  firstDayAt: number
  seed: number
}

/**
 * One learner's weeks: new cards and reviews in no good order, with undos, resets, suspensions, answers sent twice from two
 * devices, and work on decks that are none of the class' business.
 */
export async function simulateLearner(
  store: Store,
  actor: SignedIn,
  { cardIds, otherIds, days, newPerDay, firstDayAt, seed }: Simulation,
): Promise<void> {
  const random = randomFrom(seed)
  const [preset] = await store.presets.listByUser(actor.userId)
  const showing = new Map<string, string>()
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]
  const newId = (at: number) =>
    uuidV7(
      at,
      Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)),
    )
  const work = (at: number): ClientAttempt => {
    const slips = random() < 0.4
    const [exercise, wrong] = pick(EXERCISES)
    const more = { id: newId(at), context: 'REVIEW' as const, startedAt: at - 40_000, finishedAt: at }
    return workExercise(exercise, `s${Math.floor(random() * 1e9)}`, slips ? withSlip(wrong) : undefined, more)
  }
  for (let day = 0; day < days; day++) {
    if (random() < 0.15) continue
    const events: ClientEvent[] = []
    const attempts: ClientAttempt[] = []
    let at = firstDayAt + day * DAY
    const add = (cardId: string, change: Partial<ClientEvent>): string => {
      at += 7_000
      const after = showing.get(cardId) ?? null
      const id = newId(at)
      const revision = preset.revisionId
      events.push({
        id,
        cardId,
        kind: 'ANSWER',
        after,
        answeredAt: at,
        schedulerRevisionId: revision,
        ...change,
      })
      return id
    }
    const answer = (cardId: string) => {
      const grade = (random() < 0.2 ? 1 : random() < 0.3 ? 2 : random() < 0.8 ? 3 : 4) as Grade
      const millis = Math.floor(random() * 20_000)
      const worked = random() < 0.08 ? work(at) : null
      if (worked !== null) attempts.push(worked)
      // Some exercises are worked outside of any card: nobody's business.
      const isLinked = worked !== null && random() < 0.7
      const id = add(cardId, { grade, millis, ...(isLinked && { attemptId: worked.id }) })
      if (random() < 0.03) add(cardId, { grade: 4 }) // another device, the same showing
      if (random() < 0.04) add(cardId, { kind: 'UNDO', target: id })
      else showing.set(cardId, id)
    }
    const met = [...showing.keys()].filter((id) => cardIds.includes(id))
    const fresh = cardIds.filter((id) => !showing.has(id)).slice(0, newPerDay)
    for (const cardId of fresh) {
      answer(cardId)
      if (random() < 0.5) answer(cardId)
    }
    for (let n = 0; n < 2 * newPerDay && met.length > 0; n++) answer(pick(met))
    for (let n = 0; n < 3; n++) answer(pick(otherIds))
    if (met.length > 0 && random() < 0.2) {
      const cardId = pick(met)
      showing.set(cardId, add(cardId, { kind: 'RESET' }))
    }
    if (met.length > 0 && random() < 0.2) add(pick(met), { kind: 'SUSPEND' })
    for (let i = 0; i < attempts.length; i += 50) {
      const batch = { learner: actor.userId, sentAt: at, attempts: attempts.slice(i, i + 50) }
      const sent = await recordAttempts(store, actor, batch, at)
      if (!sent.ok) throw new Error(sent.code)
    }
    for (let i = 0; i < events.length; i += 200) {
      const batch = { learner: actor.userId, sentAt: at, events: events.slice(i, i + 200) }
      const sent = await recordEvents(store, actor, { batch, calendar: CALENDAR }, at)
      if (!sent.ok) throw new Error(sent.code)
    }
  }
}
