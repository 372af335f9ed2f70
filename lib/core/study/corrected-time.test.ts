import fc from 'fast-check'
import { expect, it } from 'vitest'
import { correctedTime } from './corrected-time'

const HOUR = 3_600_000
const receivedAt = Date.UTC(2026, 10, 23, 12)

it('leaves the time of a right clock alone, however long the answer waited offline', () => {
  expect(correctedTime(receivedAt - 40 * HOUR, { sentAt: receivedAt - 800, receivedAt })).toBe(
    receivedAt - 40 * HOUR,
  )
})

it('moves what a clock that runs three hours fast says back by three hours, and one that is slow forward', () => {
  const fast = { sentAt: receivedAt + 3 * HOUR, receivedAt }
  expect(correctedTime(receivedAt + 2 * HOUR, fast)).toBe(receivedAt - HOUR)
  const slow = { sentAt: receivedAt - 3 * HOUR, receivedAt }
  expect(correctedTime(receivedAt - 4 * HOUR, slow)).toBe(receivedAt - HOUR)
})

it('never lies in the future and keeps the order of one batch', () => {
  const instant = fc.integer({ min: 0, max: 2 * receivedAt })
  fc.assert(
    fc.property(instant, instant, instant, (a, b, sentAt) => {
      const [first, second] = [
        correctedTime(a, { sentAt, receivedAt }),
        correctedTime(b, { sentAt, receivedAt }),
      ]
      expect(Math.max(first, second)).toBeLessThanOrEqual(receivedAt)
      if (a <= b) expect(first).toBeLessThanOrEqual(second)
    }),
    { seed: 2, numRuns: 200 },
  )
})
