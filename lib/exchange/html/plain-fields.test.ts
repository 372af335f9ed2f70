import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renderFormula } from '@/lib/platform/markdown/render-formula'
import { htmlToMarkdown } from './html-to-markdown'

const RUNS = process.env['UNROLL_FULL'] ? 60_000 : 2_000

const pieces = [
  ...['the gate', 'h', '门', ' ', '7', '. ', ': ', '，', ' (x)', '\\(f_t\\)', '\\[C_t\\]', '[$]x[/$]'],
  ...[
    '{{c1::',
    '{{c2::',
    '::hint',
    '}}',
    'www.a.b',
    'http://a',
    '  ',
    '{',
    '}',
    '*',
    '_',
    '<b>x</b>',
    '&amp;',
    '-',
    '1.',
  ],
]

/** A tag that Markdown does not know leaves a field to the parser, and nothing of itself. */
it('a plain field is read as the parser reads it', () => {
  const lost: string[] = []
  const convert = (html: string, isCloze: boolean) =>
    htmlToMarkdown(html, {
      isCloze,
      imageOf: () => null,
      isFormula: (tex, isDisplay) => renderFormula(tex, { display: isDisplay }).problem === null,
      lose: (code) => lost.push(code),
    })
  const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.boolean(), (html, isCloze) => {
      expect(convert(html, isCloze)).toEqual(convert(`<span>${html}</span>`, isCloze))
    }),
    { seed: 20_261_128, numRuns: RUNS },
  )
}, 300_000)
