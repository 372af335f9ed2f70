import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSteps, parseSteps } from './steps'

describe('steps as people write them', () => {
  it.each([
    ['1m 10m', [1, 10]],
    ['30s', [0.5]],
    ['1.5m', [1.5]],
    ['2h 1d', [120, 1440]],
    ['10', [10]],
    ['1M, 10M，1D', [1, 10, 1440]],
    ['.5h', [30]],
    ['', []],
    ['   ', []],
  ])('%j is %j minutes', (text, minutes) => {
    expect(parseSteps(text)).toEqual({ ok: true, value: minutes })
  })

  it.each([
    ['1m ten', 'ten'],
    ['0m', '0m'],
    ['-5m', '-5m'],
    ['1w', '1w'],
    ['1e3m', '1e3m'],
    ['366d', '366d'],
    ['Infinity', 'Infinity'],
  ])('%j is refused, and the word that is wrong is named', (text, step) => {
    expect(parseSteps(text)).toEqual({ ok: false, code: 'invalid', detail: { step } })
  })

  it('refuses more of them than anyone wants', () => {
    expect(parseSteps('1m '.repeat(21))).toEqual({ ok: false, code: 'invalid', detail: { tooMany: 20 } })
  })

  it('are shown in the largest unit that needs no fraction', () => {
    expect(formatSteps([0.5, 1, 1.5, 10, 60, 90, 1440, 2880, 5 / 60])).toBe('30s 1m 90s 10m 1h 90m 1d 2d 5s')
  })

  it('come back the same from what is shown', () => {
    const step = fc.oneof(
      fc.integer({ min: 1, max: 100_000 }).map((seconds) => seconds / 60),
      fc.integer({ min: 1, max: 500_000 }),
      fc.integer({ min: 1, max: 9_999 }).map((n) => n / 1000),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (minutes) => {
        const read = parseSteps(formatSteps(minutes))
        expect(read.ok && read.value).toHaveLength(minutes.length)
        if (read.ok) read.value.forEach((value, i) => expect(value).toBeCloseTo(minutes[i], 9))
      }),
      { seed: 7 },
    )
  })
})
