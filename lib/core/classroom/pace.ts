/** How a learner stands with a deck: what a colour may stress and a word always says. */
export type Pace = 'not-begun' | 'behind' | 'keeping-up' | 'done'

/** Nobody studies to the hour: so much of the deck may be missing from an even pace. */
const LEEWAY = 0.15
/** More than a bad day's worth of reviews waits. */
const MANY_DUE = 0.25

/**
 * Even pace: of the time from the start (or from joining, if later) to the due date the same share as of the deck's
 * cards. Past the due date all of them. Without one, only reviews that pile up put a learner behind.
 */
export function paceOf(
  { cards, met, due }: { cards: number; met: number; due: number },
  { startsAt, dueAt, joinedAt }: { startsAt: number; dueAt: number | null; joinedAt: number },
  now: number,
): Pace {
  const begin = Math.max(startsAt, joinedAt)
  const isPiledUp = met > 0 && due / met > MANY_DUE && due >= 10
  if (met === 0) return 'not-begun'
  if (met >= cards) return isPiledUp ? 'behind' : 'done'
  if (isPiledUp) return 'behind'
  if (dueAt === null) return 'keeping-up'
  const passed = dueAt <= begin ? 1 : Math.min(1, (now - begin) / (dueAt - begin))
  const leeway = now >= dueAt ? 0 : LEEWAY
  return met / cards < passed - leeway ? 'behind' : 'keeping-up'
}
