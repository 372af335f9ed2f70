import type { AttemptLimit } from '@/lib/store/attempt-counts'

const TEN_MINUTES = 600

/**
 * What a learner's own pages ask of the house, counted by account. No honest browser comes near: weeks without a
 * network are a few dozen requests. Answers (POST /api/v1/events) are not counted: on PostgreSQL a count is a
 * statement of its own, and an answer's speed is a promise (docs/decisions/2026-11-27-what-is-counted.md).
 */
export const ATTEMPTS_LIMIT: AttemptLimit = { name: 'attempts', points: 600, seconds: TEN_MINUTES }
export const QUIZ_LIMIT: AttemptLimit = { name: 'quiz-make', points: 120, seconds: TEN_MINUTES }

/** A deck whole, with every card: strangers by their address, behind which a class may sit. */
export const DECK_READ_LIMIT: AttemptLimit = { name: 'deck-read', points: 300, seconds: TEN_MINUTES }
export const DECK_READ_LIMIT_SIGNED_IN: AttemptLimit = {
  name: 'deck-read',
  points: 600,
  seconds: TEN_MINUTES,
}
