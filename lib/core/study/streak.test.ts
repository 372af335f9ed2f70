import { describe, expect, it } from 'vitest'
import { streakDays } from './streak'

describe('a streak', () => {
  it.each([
    [[], 0],
    [[10], 1],
    [[9], 1],
    [[8], 0],
    [[10, 9, 8, 6], 3],
    [[6, 8, 9], 2],
    [[9, 9, 10, 10], 2],
    [[11, 10], 1],
  ])('of answers on days %j is, on day 10, %d', (days, streak) => {
    expect(streakDays(days, 10)).toBe(streak)
  })
})
