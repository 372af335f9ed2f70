import { describe, expect, it } from 'vitest'
import { JOIN_LETTERS, readJoinCode, showJoinCode } from './join-code'

describe('a code as it is typed', () => {
  it.each(['bcdf2345', 'BCDF-2345', ' bcdf 2345 ', 'ｂｃｄｆ－２３４５', 'bcdf—2345'])('%s', (typed) => {
    expect(readJoinCode(typed)).toBe('bcdf2345')
  })

  it.each(['', 'bcdf', 'bcdf23456', 'aeiou234', 'bcdf0145', 'bcdf234💡', 'b'.repeat(10_000)])(
    'refuses %s',
    (typed) => {
      expect(readJoinCode(typed)).toBeNull()
    },
  )

  it('is shown in halves that read back', () => {
    expect(readJoinCode(showJoinCode('bcdf2345'))).toBe('bcdf2345')
  })
})

it('has no letters that are taken for each other', () => {
  expect([...'0o1il5s'].filter((letter) => JOIN_LETTERS.includes(letter))).toEqual(['5', 's'])
})
