import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainMarkdown } from './read-plain-markdown'
import { renderMarkdown } from './render-markdown'

const RUNS = process.env['UNROLL_FULL'] ? 60_000 : 3_000

type Side = { number: number; side: 'front' | 'back' } | null

/** What the page shows, and what is said of it; with an empty line before it a text is not plain. */
function rendered(source: string, cloze: Side) {
  const { html, media, problems } = renderMarkdown(source, { locale: 'en', cloze })
  return { html, media, problems: problems.map(({ code, column, detail }) => ({ code, column, detail })) }
}

const asItIs = (source: string, cloze: Side) => rendered(source, cloze)
const byParser = (source: string, cloze: Side) => rendered(`\n${source}`, cloze)

const plainParts = [
  '\n\n',
  '\n- ',
  '- a gate\n- a state',
  '\n\n- one\n- two\n\n',
  'the gate',
  'a',
  '门',
  ' ',
  'h',
  '7',
  '. ',
  '，',
  ' (x)',
  "'s",
  '**',
  '**bold**',
  '$f_t$',
  '$a * b$',
  '{{c1::',
  '::hint}}',
  '}}',
]
const hostileParts = [
  '\n',
  '\n\n\n',
  '\n  ',
  '\n+ x',
  '\n---',
  '\n1. ',
  '$',
  '$$',
  '*',
  '_',
  '\\',
  '`',
  '[',
  '](x)',
  '<b>',
  '&amp;',
  '~~',
  '|',
  '#',
  '- ',
  '1. ',
  '> ',
  'www.a.b',
  'http://a.b',
  'a@b.c',
  '\t',
  '  ',
  '\u00a0',
  '\ue001',
  '\ud800',
  '🙂',
  '=',
  '---',
  '$ x $',
  '$x\\$',
  ':',
  '!',
  '\u0301',
]

describe('plain Markdown', () => {
  it('is read as the parser reads it, or not at all', () => {
    const part = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...plainParts) },
      { weight: 1, arbitrary: fc.constantFrom(...hostileParts) },
    )
    const text = fc.array(part, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''))
    const cloze = fc.constantFrom(
      null,
      { number: 1, side: 'front' as const },
      { number: 1, side: 'back' as const },
    )
    let plain = 0
    fc.assert(
      fc.property(text, cloze, (source, side) => {
        if (readPlainMarkdown(source) !== null) plain += 1
        expect(asItIs(source, side)).toEqual(byParser(source, side))
      }),
      { numRuns: RUNS, seed: 20_261_127 },
    )
    expect(plain).toBeGreaterThan(RUNS / 20)
  }, 300_000)

  it('is what many lines of the notes’ own decks are, and each is the same either way', () => {
    const folder = 'prisma/decks'
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
    const lines = files.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'))
    const plain = lines.filter((line) => readPlainMarkdown(line) !== null)
    expect(plain.length).toBeGreaterThan(300)
    for (const line of plain) expect(asItIs(line, null)).toEqual(byParser(line, null))
  })

  it.each([
    ['a list within a list', '- - one'],
    ['a list that a paragraph goes on in', '- one\ntwo'],
    ['a list with an empty line in it', '- one\n\n- two'],
    ['a box to tick', '- [ ] one'],
    ['a numbered list', '1. one'],
    ['a heading', '# one'],
    ['a formula of its own', '$$x$$'],
    ['an address', 'see www.example.org'],
    ['emphasis', 'a *b* c'],
    ['half of bold', 'a **b'],
    ['bold that Markdown does not see', 'a ** b ** c'],
    ['an entity', 'a &amp; b'],
    ['two lines', 'a\nb'],
  ])('is not %s', (_, text) => {
    expect(readPlainMarkdown(text)).toBeNull()
  })
})
