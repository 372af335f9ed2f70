import { describe, expect, it } from 'vitest'
import { formatAgo, formatDate, formatInterval, formatIntervalDays, formatShare, plural } from './format'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('intervals on grade buttons', () => {
  it.each([
    [30_000, '30 s', '30 秒'],
    [MINUTE, '1 min', '1 分钟'],
    [10 * MINUTE, '10 min', '10 分钟'],
    [59.6 * MINUTE, '1 h', '1 小时'],
    [90 * MINUTE, '1.5 h', '1.5 小时'],
    [DAY, '1 d', '1 天'],
    [3 * DAY, '3 d', '3 天'],
    [30 * DAY, '30 d', '30 天'],
    [73 * DAY, '2.4 mo', '2.4 个月'],
    [475 * DAY, '1.3 y', '1.3 年'],
  ])('%d ms is short and in the reader’s language', (ms, en, zh) => {
    expect(formatInterval('en', ms)).toBe(en)
    expect(formatInterval('zh', ms)).toBe(zh)
  })

  it('never says 0 d for an interval of a day', () => {
    expect(formatIntervalDays('en', 1)).toBe('1 d')
  })
})

describe('dates and numbers', () => {
  const noonUtc = Date.UTC(2026, 10, 23, 12)

  it('shows a date in the zone that it is asked for', () => {
    expect(formatDate('en', noonUtc, 'Pacific/Kiritimati')).toBe('Nov 24, 2026')
    expect(formatDate('zh', noonUtc, 'Asia/Shanghai')).toBe('2026年11月23日')
  })

  it('tells how long ago', () => {
    expect(formatAgo('en', noonUtc - DAY, noonUtc)).toBe('yesterday')
    expect(formatAgo('zh', noonUtc - 3 * DAY, noonUtc)).toBe('3天前')
    expect(formatAgo('en', noonUtc + 2 * 60 * MINUTE, noonUtc)).toBe('in 2 hours')
  })

  it('chooses the plural form', () => {
    const forms = { one: 'card', other: 'cards' }
    expect([0, 1, 2].map((n) => plural('en', n, forms))).toEqual(['cards', 'card', 'cards'])
  })

  it('writes a share as per cent', () => {
    expect(formatShare('en', 0.9)).toBe('90%')
  })
})
