import type { Memory } from '../memory/memory'
import type { StudyEvent } from '../memory/study-event'

/**
 * POST /api/v1/events. A batch names its learner, so that answers kept in a browser never go to whoever signed in
 * there since, and says when it was sent by the client's own clock, so that a wrong clock can be corrected. Each
 * item is answered for itself: one bad item blocks nothing, and a repeated one returns what it returned before.
 */
export type ClientEvent = Omit<StudyEvent, 'studyDay' | 'imported'>

export type EventBatch = { learner: string; sentAt: number; events: ClientEvent[] }

export const MAX_BATCH = 200

/** It will be refused however often it is sent. The message is for whoever writes a client; people are told from the code. */
export type RefusalCode =
  'bad-event' | 'unknown-card' | 'unknown-revision' | 'not-undoable' | 'log-full' | 'id-taken'

export type EventReceipt =
  | {
      id: string
      status: 'stored' | 'again'
      /** As stored: corrected time, study day. */
      event: StudyEvent
      /** False: another answer to the same showing came first; this one is kept in the log, uncounted. */
      counted: boolean
      /** The card's memory after the fold. */
      memory: Memory
    }
  | { id: string; status: 'refused'; code: RefusalCode; message: string }

export type EventBatchReply = { receivedAt: number; receipts: EventReceipt[] }
