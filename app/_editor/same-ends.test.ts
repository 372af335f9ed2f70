import { expect, it } from 'vitest'
import { sameEnds } from './same-ends'

it.each([
  ['', '', 0, 0],
  ['abc', 'abc', 3, 0],
  ['abc', 'axc', 1, 1],
  ['abc', 'abbc', 2, 1],
  ['aa', 'aaa', 2, 0],
  ['abc', '', 0, 0],
  ['ab', 'xab', 0, 2],
  ['ab', 'ba', 0, 0],
])('finds what %s and %s have in common at both ends', (a, b, start, end) => {
  expect(sameEnds([...a], [...b], (x, y) => x === y)).toEqual({ start, end })
})
