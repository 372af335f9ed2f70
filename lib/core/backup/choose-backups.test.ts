import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseBackups } from './choose-backups'

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 10, 23, 12, 30)

describe('which backups are kept', () => {
  it('keeps every one of the last 24 hours', () => {
    const hourly = Array.from({ length: 24 }, (_, i) => now - i * hour)
    expect(chooseBackups(hourly, now).size).toBe(24)
  })

  it('keeps 12 days, 10 weeks and 9 months of a year of hourly ones', () => {
    const year = Array.from({ length: 365 * 24 }, (_, i) => now - i * hour)
    const kept = [...chooseBackups(year, now)].sort((a, b) => b - a)
    const days = new Set(kept.filter((at) => now - at < 12 * day).map((at) => Math.floor(at / day)))
    expect(days.size).toBe(12)
    expect(kept.length).toBeLessThanOrEqual(24 + 12 + 10 + 9)
    const oldest = new Date(kept.at(-1) ?? 0)
    expect([oldest.getUTCFullYear(), oldest.getUTCMonth()]).toEqual([2026, 2])
  })

  it('keeps the newest of each period, not the first', () => {
    const lastWeek = [now - 5 * day, now - 5 * day - hour]
    expect(chooseBackups(lastWeek, now)).toEqual(new Set([now - 5 * day]))
  })

  it('keeps the only one there is, however old, after a house stood still', () => {
    const old = now - 3000 * day
    expect(chooseBackups([old], now)).toEqual(new Set([old]))
  })

  it('never grows beyond its measure, always keeps the newest, and thinning again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: now - 800 * day, max: now }), { maxLength: 400 }),
        (instants) => {
          const kept = chooseBackups(instants, now)
          const recent = new Set(instants.filter((at) => now - at < day)).size
          expect(kept.size).toBeLessThanOrEqual(recent + 12 + 10 + 9)
          if (instants.length > 0) expect(kept.has(Math.max(...instants))).toBe(true)
          expect(chooseBackups([...kept], now)).toEqual(kept)
        },
      ),
      { seed: 20261123, numRuns: process.env['UNROLL_FULL'] ? 2000 : 200 },
    )
  })
})
