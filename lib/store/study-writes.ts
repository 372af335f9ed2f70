import type { Memory } from '@/lib/core/memory/memory'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import type { DeckRole, Visibility } from './generated/sqlite/enums'

/** The path of an answer, apart from the tables because it is walked most: raw statements on SQLite. */
export type StudyWrites = {
  /**
   * One transaction that takes a memory, reads what is needed and writes. On SQLite all that arrive within about two
   * milliseconds share one BEGIN … COMMIT, and none resolves before the COMMIT: the wait for the disk is most of the
   * cost. On PostgreSQL each has its own. `work` awaits nothing but `tx`, and may run again.
   */
  record<T>(work: (tx: StudyTx) => Promise<T>): Promise<T>
}

export type StudyTx = {
  /** Whose log it goes to: a guest who was united with an account just now writes there. Null for nobody. */
  findWriter(userId: string): Promise<string | null>
  /** The card with what decides whether this learner may study it; null when there is no such card. */
  findStudyCard(userId: string, cardId: string): Promise<StudyCard | null>
  findRevision(userId: string, revisionId: string): Promise<SchedulerSettings | null>
  /** Null when it is stored now; otherwise the event that this learner stored under the id before. */
  insertEvent(userId: string, event: ReceivedEvent): Promise<StudyEvent | null>
  findEvent(userId: string, id: string): Promise<StudyEvent | null>
  /** Takes the memory until the end, so that nobody folds beside us, and returns it as it is; a new one where there is none. */
  takeMemory(userId: string, cardId: string): Promise<Memory>
  findMemory(userId: string, cardId: string): Promise<Memory | null>
  /** What a fold of the whole log says of a stored event's `counted`, asked of the database without reading the log. */
  isInForce(userId: string, event: StudyEvent): Promise<boolean>
  listCardEvents(userId: string, cardId: string): Promise<StudyEvent[]>
  /** After `takeMemory`. */
  saveMemory(userId: string, cardId: string, memory: Memory): Promise<void>
}

/** As stored: with the client's own clock and the server's. */
export type ReceivedEvent = StudyEvent & { claimedAt: number; receivedAt: number }

export type StudyCard = {
  id: string
  noteId: string
  deckId: string
  deckOwnerId: string | null
  /** It came with the house: no owner, read by everybody. */
  isHouseDeck: boolean
  deckVisibility: Visibility
  /** The learner's part in the deck, if any. */
  deckRole: DeckRole | null
  /** The scheduler revision of the learner's preset for this deck; null when not enrolled. */
  enrolledRevisionId: string | null
  /** Events of this learner's log of it, at least: 0 where it was never touched. */
  memoryVersion: number
}
