import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { foldNextAnswer, type EventVerdict } from '@/lib/core/memory/fold'
import type { Memory } from '@/lib/core/memory/memory'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { SchedulerSettings, StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import { correctedTime } from '@/lib/core/study/corrected-time'
import type { ClientEvent, EventReceipt, RefusalCode } from '@/lib/core/study/event-batch'
import type { StudyCard, StudyTx } from '@/lib/store/study-writes'
import { foldStoredLog } from './fold-stored-log'

type Refused = { status: 'refused'; code: RefusalCode }
type Stored = Omit<Extract<EventReceipt, { status: 'stored' | 'again' }>, 'id'>

export type Sending = {
  sentAt: number
  receivedAt: number
  calendar: StudyCalendar
  /** Written by rooms alone: a card is brought forward to this study day, not to that of the event's instant. */
  toDay?: number
}

/** No person comes near it, and no forged log makes the others wait while it is folded. */
export const MOST_EVENTS = 2_000

/**
 * One event into the log and the card's memory folded again (DESIGN.md §4). Inserting comes before reading, so the
 * same event sent many times at once is applied once; the memory is taken before the log is read, so nobody folds
 * beside us what we do not see.
 */
export async function recordEvent(
  tx: StudyTx,
  actor: SignedIn,
  sent: ClientEvent,
  { sentAt, receivedAt, calendar, toDay }: Sending,
): Promise<Stored | Refused> {
  const userId = await tx.findWriter(actor.userId)
  if (userId === null) return refuse('unknown-card')
  const card = await tx.findStudyCard(userId, sent.cardId)
  if (card === null || !mayStudy(actor, card)) return refuse('unknown-card')
  if (sent.kind === 'UNDO' && !(await isUndoable(tx, userId, sent))) return refuse('not-undoable')
  const revision = await gradedUnder(tx, userId, sent, card)
  if (revision === null) return refuse('unknown-revision')

  if (card.memoryVersion >= MOST_EVENTS && (await tx.findEvent(userId, sent.id)) === null) {
    return refuse('log-full')
  }

  const answeredAt = correctedTime(sent.answeredAt, { sentAt, receivedAt })
  const event: StudyEvent = {
    ...sent,
    schedulerRevisionId: revision.id,
    answeredAt,
    studyDay: toDay ?? studyDayAt(answeredAt, calendar),
  }
  const before = await tx.insertEvent(userId, { ...event, claimedAt: sent.answeredAt, receivedAt })
  if (before !== null) {
    if (before.cardId !== event.cardId) return refuse('id-taken')
    // Asked of the cache and the index: whoever sends a long log again and again has nothing folded for it.
    const memory = await tx.findMemory(userId, before.cardId)
    if (memory === null) throw new Error(`The memory of card ${before.cardId} is gone`)
    return { status: 'again', event: before, counted: await tx.isInForce(userId, before), memory }
  }
  const taken = await tx.takeMemory(userId, event.cardId)
  const revisions = { [revision.id]: revision.settings }
  const next = foldNextAnswer(taken, event, { cardId: event.cardId, revisions })
  const { verdict, memory } =
    next === null ? await foldWhole(tx, userId, event) : { verdict: next, memory: next.memory }
  await tx.saveMemory(userId, event.cardId, memory)
  return { status: 'stored', event, counted: verdict.counted, memory }
}

const refuse = (code: RefusalCode): Refused => ({ status: 'refused', code })

/** Who has studied a card may always answer for it: late answers to withdrawn and retired cards are still taken. */
function mayStudy(actor: SignedIn, card: StudyCard): boolean {
  const isEnrolled = card.enrolledRevisionId !== null
  if (card.memoryVersion > 0 || isEnrolled) return true
  return can(actor, 'deck.read', {
    ownerId: card.deckOwnerId,
    isHouse: card.isHouseDeck,
    visibility: card.deckVisibility,
    memberRole: card.deckRole,
    isEnrolled,
    holdsLink: false,
  })
}

/** An UNDO may arrive before its target, so one that names nothing yet is taken. */
async function isUndoable(tx: StudyTx, userId: string, undo: ClientEvent): Promise<boolean> {
  const target = undo.target === undefined ? null : await tx.findEvent(userId, undo.target)
  return target === null || (target.cardId === undo.cardId && target.kind !== 'UNDO')
}

type Revision = { id: string; settings: SchedulerSettings }

/** The revision it was graded under; where that is unknown here, the one now in force, which the receipt tells. */
async function gradedUnder(
  tx: StudyTx,
  userId: string,
  sent: ClientEvent,
  { enrolledRevisionId }: StudyCard,
): Promise<Revision | null> {
  for (const id of [sent.schedulerRevisionId, enrolledRevisionId]) {
    const settings = id === null ? null : await tx.findRevision(userId, id)
    if (id !== null && settings !== null) return { id, settings }
  }
  return null
}

type Folded = { verdict: EventVerdict; memory: Memory }

async function foldWhole(tx: StudyTx, userId: string, event: StudyEvent): Promise<Folded> {
  const { memory, verdicts } = await foldStoredLog(tx, userId, event.cardId)
  const verdict = verdicts.find((one) => one.event.id === event.id)
  if (verdict === undefined) throw new Error(`Event ${event.id} is missing from its own log`)
  return { verdict, memory }
}
