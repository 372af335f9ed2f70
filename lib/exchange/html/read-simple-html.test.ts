import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { HtmlContext } from './html-to-markdown'
import { CLOZE_CLOSE, CLOZE_HINT, CLOZE_OPEN, FORMULA_CLOSE, FORMULA_OPEN, writeNumber } from './marks'
import { parseHtml } from './parse-html'
import { readSimpleHtml } from './read-simple-html'

const RUNS = process.env['UNROLL_FULL'] ? 200_000 : 5_000
const cloze = CLOZE_OPEN + writeNumber(1)
const formula = FORMULA_OPEN + writeNumber(0) + FORMULA_CLOSE

const pieces = [
  ...['the gate', 'h', '门', ' ', '7', '. ', ': ', '，', ' (x)', '“a”', '"a"', "don't", '→', 'E'],
  ...[cloze, `${cloze}open`, CLOZE_HINT, CLOZE_CLOSE, formula, formula],
  ...['www.a.b', 'w.x', 'http://a', 'a/b', 's:/', '@', '~', 'a_b', '&amp;', '&'],
  ...['  ', '{', '}', '*', '_', '-', '- ', '+', '=', '!', '1.', '1)', '<u>x</u>', '<'],
  ...[
    '<b>',
    '</b>',
    '<i>x</i>',
    '<b>x</b>',
    '<em>a b</em>',
    '<strong>',
    '</strong>',
    '<br>',
    '<br>',
    '<br/>',
  ],
  ...[
    '<ul>',
    '</ul>',
    '<li>',
    '</li>',
    '<ul><li>',
    '</li><li>',
    '</li></ul>',
    '<ul><li>a</li><li>b</li></ul>',
  ],
  ...['<div>', '</div>', '<div>a</div>', '<p>', '</p>', '</div><div>'],
  ...['<img src="p1.png">', '<img src="gone.png">', '<img src="a_b.png">'],
]

function contextThatTells(): { context: HtmlContext; told: string[] } {
  const told: string[] = []
  return {
    told,
    context: {
      isCloze: false,
      imageOf: (src) => (told.push(src), src === 'gone.png' ? null : 'ab'.repeat(32)),
      isFormula: () => true,
      lose: (code, example) => told.push(`${code} ${example ?? ''}`),
    },
  }
}

it('a simple field is read as the parsers read it, and many are', () => {
  const html = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 }).map((all) => all.join(''))
  let simple = 0
  fc.assert(
    fc.property(html, (field) => {
      const [simply, parsed] = [contextThatTells(), contextThatTells()]
      const read = readSimpleHtml(field, simply.context)
      if (read === null) return void expect(simply.told).toEqual([])
      simple++
      expect(read).toBe(parseHtml(field, [], parsed.context).written.trim())
      expect(simply.told).toEqual(parsed.told)
    }),
    { seed: 20_261_128, numRuns: RUNS },
  )
  expect(simple).toBeGreaterThan(RUNS / 20)
}, 600_000)
