/** What a learner's log says of one card: always equal to `foldLog(log)`, stored only as a cache. */
export type MemoryState = 'NEW' | 'LEARNING' | 'REVIEW' | 'RELEARNING'

export type Memory = {
  state: MemoryState
  /**
   * REVIEW, and a step of a day or more: due on this study day. NEW: brought forward to it, before the other new
   * cards. Null otherwise.
   */
  dueDay: number | null
  /** LEARNING and RELEARNING: due at this instant (epoch ms). Null otherwise. A step of a day or more has a dueDay instead. */
  dueAt: number | null
  /** Days until retrievability falls to 90%. Null while NEW. */
  stability: number | null
  /** 1 (easy) to 10 (hard). Null while NEW. */
  difficulty: number | null
  /** Counted answers. */
  reps: number
  /** Times that a REVIEW was answered Again. */
  lapses: number
  /** Index into the (re)learning steps. */
  step: number
  /** Study day of the last counted answer: elapsed days are counted from it. */
  lastDay: number | null
  suspended: boolean
  buriedUntilDay: number | null
  flag: number
  /** What the next event must send as `after`. */
  showing: string | null
  /** answeredAt of the event that `showing` names: an author who asks the card again later than this makes it due. */
  showingAt: number | null
  /** The log names events that have not arrived: until they do, nothing may be added to the memory without a whole fold. */
  hasGaps: boolean
}

export const NEW_MEMORY: Memory = {
  state: 'NEW',
  dueDay: null,
  dueAt: null,
  stability: null,
  difficulty: null,
  reps: 0,
  lapses: 0,
  step: 0,
  lastDay: null,
  suspended: false,
  buriedUntilDay: null,
  flag: 0,
  showing: null,
  showingAt: null,
  hasGaps: false,
}
