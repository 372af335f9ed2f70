import { expect, it } from 'vitest'
import { streakDays } from './streak-days'

it('counts back from today, or from yesterday while today is still to come', () => {
  expect(streakDays([100, 99, 98, 96], 100)).toBe(3)
  expect(streakDays([99, 98, 96], 100)).toBe(2)
  expect(streakDays([98, 97], 100)).toBe(0)
  expect(streakDays([], 100)).toBe(0)
})
