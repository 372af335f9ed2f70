import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from './read-number'

describe('a number as a person writes it', () => {
  it.each([
    ['0.62', 0.62],
    ['0,62', 0.62],
    ['０．６２', 0.62],
    ['0。62', 0.62],
    ['，5', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['+0.5', 0.5],
    ['−0.3', -0.3],
    ['–0.3', -0.3],
    ['—0.3', -0.3],
    ['－0.3', -0.3],
    ['- 0.3', -0.3],
    ['1e-3', 0.001],
    ['1E-3', 0.001],
    ['1e−3', 0.001],
    ['10^-3', 0.001],
    ['10^(-3)', 0.001],
    ['10^{-3}', 0.001],
    ['10⁻³', 0.001],
    ['1.2 × 10^-3', 0.0012],
    ['1,2·10⁻³', 0.0012],
    ['-2*10^2', -200],
    ['1/3', 1 / 3],
    ['-1/3', -1 / 3],
    ['⅓', 1 / 3],
    ['−½', -0.5],
    ['1 1/2', 1.5],
    ['1½', 1.5],
    ['-1 1/2', -1.5],
    ['1／2', 0.5],
    ['62%', 0.62],
    ['62 ％', 0.62],
    ['  0.62  ', 0.62],
    ['\u00a00.62\u3000', 0.62],
    ['\u200b0.62\u200e', 0.62],
    ['0 . 5', 0.5],
    ['0. 62', 0.62],
    ['０ ． ６２', 0.62],
    ['0。 62', 0.62],
    ['− 0 . 3', -0.3],
    ['62 . 5 %', 0.625],
    ['1 . 5 e -3', 0.0015],
    ['1 / 3', 1 / 3],
    ['1 1 / 2', 1.5],
    ['10 ^ -3', 0.001],
    ['10**-3', 0.001],
    ['1 e - 3', 0.001],
    ['1.2 × 10 ⁻³', 0.0012],
    ['0', 0],
  ])('reads %s', (typed, value) => {
    const read = readNumber(typed)
    expect(read).toMatchObject({ ok: true })
    if (read.ok) expect(read.value).toBeCloseTo(value, 12)
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1,2,3', 'several-numbers'],
    ['0.1 0.2', 'several-numbers'],
    ['1 2', 'several-numbers'],
    ['0 62', 'several-numbers'],
    ['0 .5', 'several-numbers'],
    ['0, 5', 'several-numbers'],
    ['0 , 5', 'several-numbers'],
    ['0. 5. 2', 'several-numbers'],
    ['1,234.5', 'mixed-separators'],
    ['8 cm', 'unit'],
    ['8厘米', 'unit'],
    ['∞', 'not-finite'],
    ['-∞', 'not-finite'],
    ['Infinity', 'not-finite'],
    ['1/0', 'not-finite'],
    ['1e999', 'not-finite'],
    ['abc', 'unreadable'],
    ['0.6.2', 'several-numbers'],
    ['--3', 'unreadable'],
    ['1/2/3', 'several-numbers'],
    ['1 1.5/2', 'several-numbers'],
    ['0x10', 'unreadable'],
    ['9'.repeat(65), 'too-long'],
  ])('refuses %s because it is %s', (typed, reason) => {
    expect(readNumber(typed)).toEqual({ ok: false, reason })
  })

  it('reads back every decimal that a page shows, in any of the spellings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999, max: 999_999 }),
        fc.integer({ min: 0, max: 4 }),
        (digits, places) => {
          const value = digits / 10 ** places
          const shown = value.toFixed(places)
          const fullWidth = shown.replace(/[0-9.-]/g, (c) =>
            c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0),
          )
          for (const typed of [shown, shown.replace('.', ','), shown.replace('-', '−'), fullWidth]) {
            expect(readNumber(typed)).toEqual({ ok: true, value: Number(shown) })
          }
        },
      ),
      { seed: 7 },
    )
  })

  it('never throws, and never gives a number that is not finite', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const read = readNumber(typed)
        return !read.ok || Number.isFinite(read.value)
      }),
      { seed: 11 },
    )
  })
})
