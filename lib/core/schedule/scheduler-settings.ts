/** The part of a preset that decides intervals. Versioned (SchedulerRevision): each event names the one it was graded under. */
export type SchedulerSettings = {
  /** FSRS-6: 21 weights. */
  weights: number[]
  /** 0.70 to 0.99. */
  desiredRetention: number
  /** Minutes, ascending not required; fractions allowed (0.5 = 30 s). */
  learningStepsMinutes: number[]
  relearningStepsMinutes: number[]
  maximumIntervalDays: number
}

/** The learner's calendar: study days begin at this hour of this zone. */
export type StudyCalendar = { timeZone: string; dayStartsAtHour: number }
