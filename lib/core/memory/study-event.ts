/**
 * The log is the truth (DESIGN.md §1): whatever a learner does to a card is one of these, never changed once
 * written. Instants are epoch milliseconds (UTC); days are study days (integers, see schedule/study-day).
 */
export type Grade = 1 | 2 | 3 | 4 // Again, Hard, Good, Easy

export type StudyEventKind =
  | 'ANSWER'
  | 'UNDO' // target: an own event that is not an UNDO
  | 'SUSPEND'
  | 'RESUME'
  | 'BURY' // hidden until the study day after this event's
  | 'FLAG' // flag: 0 (none) to 4
  | 'RESET' // forget: the card is new again
  | 'BRING_FORWARD' // due on this event's study day, which may be a later one than its instant's; stability kept
  | 'IMPORT' // a memory that comes from another program, in `imported`

export type ImportedMemory = {
  stability: number
  difficulty: number
  dueDay: number
  reps: number
  lapses: number
  /** The study day of its last answer; where that is not known, as far before dueDay as its stability is long. */
  lastDay?: number
}

export type StudyEvent = {
  id: string // UUID v7 made by the client, so that ids of one device sort by time
  cardId: string
  kind: StudyEventKind
  /** The event that decided this showing, as the client knew it: see fold.ts `showing`. Null for a first showing. */
  after: string | null
  /** Corrected by the request's clock difference and clamped to receivedAt. */
  answeredAt: number
  studyDay: number
  /** The scheduler settings it was graded under. */
  schedulerRevisionId: string
  grade?: Grade
  millis?: number
  flag?: number
  target?: string
  noteRevision?: number
  attemptId?: string
  imported?: ImportedMemory
}
