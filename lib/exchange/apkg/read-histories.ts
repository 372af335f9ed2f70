import { z } from 'zod'
import type { Grade } from '@/lib/core/memory/study-event'
import type { CardHistory, CarriedMemory } from '../incoming'
import type { Losses } from '../losses'
import type { Cell } from './open-database'

export type AnkiCard = {
  id: number
  ord: number
  deck: string
  type: number
  queue: number
  due: number
  originalDue: number
  interval: number
  factor: number
  reps: number
  lapses: number
  flags: number
  data: string
}

export const CARD_COLUMNS =
  'id, nid, ord, CAST(CASE WHEN odid != 0 THEN odid ELSE did END AS TEXT), type, queue, due, odue, ivl, factor, reps, lapses, flags, data, odid != 0'

export function readCard(row: Cell[]): AnkiCard {
  const [id, , ord, deck, type, queue, due, originalDue, interval, factor, reps, lapses, flags] = row
  return {
    id: Number(id),
    ord: Number(ord),
    deck: String(deck),
    type: Number(type),
    queue: Number(queue),
    due: Number(due),
    originalDue: Number(originalDue),
    interval: Number(interval),
    factor: Number(factor),
    reps: count(reps),
    lapses: count(lapses),
    flags: count(flags),
    data: typeof row[13] === 'string' ? row[13].slice(0, 2_000) : '',
  }
}

export type Answer = { at: number; grade: Grade; millis: number }

const fsrs = z.object({
  s: z.number().positive().max(100_000).optional().catch(undefined),
  d: z.number().min(1).max(10).optional().catch(undefined),
  lrt: z.number().positive().optional().catch(undefined),
})

const DAY = 86_400_000
const MAX_DAYS = 36_500
const TYPE = { new: 0, learning: 1, review: 2, relearning: 3 }
const QUEUE = { suspended: -1, steps: 1, stepsOfDays: 3 }

/**
 * What a card of Anki's was remembered by. `createdAt`: the collection's own day nought (epoch seconds), from which a
 * review's due day counts. A card in its first steps has no memory to carry: its answers, folded, are all there is.
 */
export function readHistory(
  card: AnkiCard,
  answers: Answer[],
  createdAt: number,
  losses: Losses,
): CardHistory | null {
  const { type, queue } = card
  const flag = card.flags % 8
  if (flag > 4) losses.add('flag', String(flag))
  const memory = type === TYPE.review || type === TYPE.relearning ? carried() : null
  const suspended = queue === QUEUE.suspended
  if (answers.length === 0 && memory === null && !suspended && (flag === 0 || flag > 4)) return null
  return { ord: card.ord, answers, memory, suspended, flag: flag > 4 ? 0 : flag }

  function carried(): CarriedMemory | null {
    const { s, d, lrt } = readFsrs(card.data)
    // In its steps a card is due by them, whatever day it keeps for afterwards.
    const isInSteps = queue === QUEUE.steps || queue === QUEUE.stepsOfDays
    const dueDay = card.originalDue !== 0 && !isInSteps ? card.originalDue : card.due
    // A relearning step is due at an instant; anything that large is one, in seconds.
    const isInstant = dueDay > 1_000_000_000
    const dueAt = isInstant ? dueDay * 1_000 : createdAt * 1_000 + dueDay * DAY + DAY / 2
    if (!Number.isSafeInteger(dueAt) || (Math.abs(dueDay) > 100_000 && !isInstant)) return null
    const intervalDays = Math.min(MAX_DAYS, Math.max(1, Math.round(card.interval) || 1))
    const last = answers.at(-1)?.at
    return {
      stability: s ?? null,
      difficulty: d ?? null,
      intervalDays,
      ease: card.factor >= 1_000 ? card.factor / 1_000 : 0,
      dueAt,
      reps: card.reps,
      lapses: card.lapses,
      lastAt: lrt !== undefined ? lrt * 1_000 : (last ?? null),
    }
  }
}

function readFsrs(data: string): z.output<typeof fsrs> {
  if (!data.startsWith('{')) return {}
  try {
    return fsrs.parse(JSON.parse(data))
  } catch {
    return {}
  }
}

const REVLOG_TYPES = { learn: 0, review: 1, relearn: 2, cram: 3 }

/** A press of a button in a filtered deck that changes nothing of what is remembered. */
export const isCrammed = ([, , ease, , type]: Cell[]): boolean =>
  Number(type) === REVLOG_TYPES.cram && Number(ease) > 0

/** A press of a button; null for what Anki wrote by itself (manual and rescheduled rows), and for crammed ones. */
export function readAnswer([id, , ease, millis, type]: Cell[]): Answer | null {
  const [at, grade] = [Number(id), Number(ease)]
  const isAnswer =
    Number(type) <= REVLOG_TYPES.relearn && (grade === 1 || grade === 2 || grade === 3 || grade === 4)
  if (!isAnswer || !Number.isSafeInteger(at) || at < 1_000_000_000_000 || at > 8_640_000_000_000) return null
  return { at, grade, millis: Math.min(60_000, count(millis)) }
}

const count = (cell: Cell | undefined): number => {
  const value = Math.round(Number(cell ?? 0))
  return Number.isSafeInteger(value) && value > 0 ? Math.min(value, 1_000_000) : 0
}
