import { expect, it } from 'vitest'
import { findMarks, offsetOf } from './find-marks'

it('underlines the word at a problem’s place, once, and something even at the end', () => {
  const text = 'a $\\nosuch x$\nb $\\frac{1$'
  const words = (places: { line: number; column: number }[]) =>
    findMarks(text, places).map(({ from, to }) => text.slice(from, to))
  expect(words([{ line: 1, column: 4 }])).toEqual(['\\nosuch'])
  expect(
    words([
      { line: 2, column: 4 },
      { line: 1, column: 4 },
    ]),
  ).toEqual(['\\nosuch', '\\frac{1$'])
  expect(
    words([
      { line: 1, column: 4 },
      { line: 1, column: 6 },
    ]),
  ).toEqual(['\\nosuch'])
  expect(words([{ line: 9, column: 1 }])).toEqual(['$'])
  expect(findMarks('', [{ line: 1, column: 1 }])).toEqual([])
  expect(offsetOf(text, { line: 2, column: 1 })).toBe(14)
})
