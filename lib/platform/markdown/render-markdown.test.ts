import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clozeNumbers, parseCloze } from '@/lib/core/content/cloze'
import { MAX_MARKDOWN_LENGTH, renderMarkdown } from './render-markdown'
import { processorMillis } from '@/lib/core/testing/processor-millis'

const render = (source: string) => renderMarkdown(source, { locale: 'en' })
const html = (source: string) => render(source).html
const codes = (source: string) => render(source).problems.map((problem) => problem.code)
const hash = 'a'.repeat(64)

/** What a browser would run or load: no element, attribute or address outside the few that cards need. */
function expectHarmless(rendered: string) {
  const tags = [...rendered.matchAll(/<([a-zA-Z][\w-]*)((?:[^>"]|"[^"]*")*)>/g)]
  for (const [, tag, attributes] of tags) {
    expect(tag.toLowerCase()).not.toMatch(/^(script|iframe|object|embed|style|link|form|input|base|meta)$/)
    expect(attributes).not.toMatch(/\son\w+\s*=/i)
    for (const [, address] of attributes.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      expect(address).toMatch(/^(https?:|mailto:|\/api\/v1\/media\/[0-9a-f]{64}$)/)
    }
  }
}

describe('renderMarkdown', () => {
  it('sets text, lists, tables and both kinds of formula, with MathML for screen readers', () => {
    const out = html(
      'A **gate** `x` is\n\n- $f_t$\n- b\n\n$$\nh_t = o_t * \\tanh(C_t)\n$$\n\n| a | b |\n|--|--|\n| 1 | 2 |',
    )
    expect(out).toContain('<strong>gate</strong>')
    expect(out).toContain('<li>')
    expect(out).toContain('<table>')
    expect(out.match(/<math /g)).toHaveLength(2)
    expect(out.match(/class="katex-display"/g)).toHaveLength(1)
    expect(out).not.toContain('x-formula')
  })

  it('sets $$…$$ within a line as a display formula', () => {
    expect(html('so $$a = b$$ holds')).toContain('katex-display')
  })

  it('puts a hundred characters of Chinese beside formulas without a word of complaint', () => {
    expect(render('门 $f_t$、$i_t$:$\\text{遗忘门}$。').problems).toEqual([])
  })

  it('shows raw HTML as the characters typed and says so', () => {
    for (const hostile of [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      'text <b onclick="x()">b</b>',
      '<iframe src="javascript:alert(1)"></iframe>',
      '<!-- --><style>*{display:none}</style>',
      '<x-formula value="0"></x-formula> $a$',
      '- <details open ontoggle=alert(1)>',
      '| <a href="javascript:x"> |\n|--|\n| <input autofocus onfocus=x> |',
    ]) {
      const rendered = render(hostile)
      expectHarmless(rendered.html)
      expect(rendered.problems.map((problem) => problem.code)).toContain('raw-html')
    }
    expectHarmless(html('<svg/onload=alert(1)> "onmouseover="alert(1)'))
    expect(html('a <b>c</b>')).toContain('&#x3C;b>')
  })

  it('links only to http, https and mailto, and never gives the page away', () => {
    const good = html('[a](https://example.org/x?y=1&z=2)')
    expect(good).toContain('href="https://example.org/x?y=1&#x26;z=2"')
    expect(good).toContain('rel="noopener noreferrer nofollow"')
    for (const hostile of [
      '[a](javascript:alert(1))',
      '[a](JaVaScRiPt:alert(1))',
      '[a](data:text/html;base64,AAAA)',
      '[a](&#106;avascript:alert(1))',
      '[a](//evil.example)',
      '[a](/api/auth/signout)',
      '[a][r]\n\n[r]: javascript:alert(1)',
      '[a](vbscript:x)',
    ]) {
      const rendered = render(hostile)
      expectHarmless(rendered.html)
      expect(rendered.html).not.toContain('href')
      expect(rendered.problems.map((problem) => problem.code)).toContain('link-refused')
    }
  })

  it('shows only pictures of our own, with alternative text', () => {
    const good = render(`![an LSTM cell](media:${hash})`)
    expect(good.html).toContain(`<img src="/api/v1/media/${hash}" alt="an LSTM cell"`)
    expect(good.media).toEqual([hash])
    expect(codes(`![](media:${hash})`)).toEqual(['image-without-alt'])
    for (const hostile of [
      '![a](https://evil.example/x.png)',
      '![a](media:../../etc)',
      '![a][r]\n\n[r]: data:image/svg+xml,x',
    ]) {
      const rendered = render(hostile)
      expectHarmless(rendered.html)
      expect(rendered.html).not.toContain('<img')
    }
  })

  it('takes formulas that recurse, expand or misbehave as problems, not as crashes', () => {
    for (const [tex, code] of [
      ['{'.repeat(1_900), 'formula'],
      ['{'.repeat(900) + '}'.repeat(900), ''],
      ['\\frac'.repeat(390), 'formula'],
      ['\\def\\a{\\a\\a}\\a', 'formula-command-refused'],
      [`\\def\\a{${'x'.repeat(1_200)}}${'\\a'.repeat(190)}`, 'formula-command-refused'],
      ['\\href{javascript:alert(1)}{x}', 'formula-command-refused'],
      ['\\url{https://a.example}', 'formula-command-refused'],
      ['\\includegraphics{https://a.example/x.png}', 'formula-command-refused'],
      ['\\htmlData{a=b}{x}', 'formula-command-refused'],
      ['\\htmlStyle{position:fixed}{x}', 'formula-command-refused'],
      ['\\htmlClass{admin}{x}', 'formula-command-refused'],
      ['\\unknown', 'formula'],
      ['x'.repeat(2_001), 'formula-too-long'],
    ]) {
      const rendered = render(`$${tex}$`)
      expectHarmless(rendered.html)
      if (code !== '')
        expect(rendered.problems.map((problem) => problem.code.replace('-too-deep', ''))).toContain(code)
    }
  })

  it('keeps a macro of one formula out of the next', () => {
    expect(codes('$\\gdef\\evil{x}\\evil$ and $\\evil$')).toEqual(['formula-command-refused', 'formula'])
    expect(codes('$\\evil$')).toEqual(['formula'])
  })

  it('says where a formula is wrong', () => {
    const { problems } = render('first line\n\nsecond $a + \\nosuch$ end')
    expect(problems).toMatchObject([{ code: 'formula', line: 3, column: 13 }])
  })

  it('stays quick and whole on text made to exhaust it', () => {
    // By this machine's own measure: what takes a bad turn takes thousands of times as long as prose of the same length.
    const prose = 'A word, $x$ and more. '.repeat(MAX_MARKDOWN_LENGTH / 22)
    const allowed = 15 * Math.min(...[1, 2, 3].map(() => timed(prose).took))
    for (const hostile of [
      '>'.repeat(MAX_MARKDOWN_LENGTH),
      '['.repeat(MAX_MARKDOWN_LENGTH),
      '*a '.repeat(MAX_MARKDOWN_LENGTH / 3),
      '- '.repeat(MAX_MARKDOWN_LENGTH / 2),
      '1. '.repeat(MAX_MARKDOWN_LENGTH / 3),
      '**a'.repeat(MAX_MARKDOWN_LENGTH / 3),
      '`'.repeat(MAX_MARKDOWN_LENGTH),
      '$'.repeat(MAX_MARKDOWN_LENGTH),
      '$a$ '.repeat(MAX_MARKDOWN_LENGTH / 4),
      '![a]('.repeat(MAX_MARKDOWN_LENGTH / 5),
      '{{c1::'.repeat(MAX_MARKDOWN_LENGTH / 6),
      '{{c1::{'.repeat(MAX_MARKDOWN_LENGTH / 7),
      'a_'.repeat(MAX_MARKDOWN_LENGTH / 2),
      '|'.repeat(MAX_MARKDOWN_LENGTH),
      '&'.repeat(MAX_MARKDOWN_LENGTH),
      '<'.repeat(MAX_MARKDOWN_LENGTH),
      '<a '.repeat(MAX_MARKDOWN_LENGTH / 3),
    ]) {
      const { took, rendered } = timed(hostile)
      expect(took, hostile.slice(0, 12)).toBeLessThan(allowed)
      expectHarmless(rendered.html)
    }
    expect(codes('- '.repeat(40) + 'a')).toEqual(['too-deep'])
    expect(codes('x'.repeat(100_000))).toEqual(['too-long'])
    expect(codes('$' + '{'.repeat(99_998) + '$')).toEqual(['too-long'])
  })
})

function timed(source: string) {
  const started = processorMillis()
  const rendered = render(source)
  return { rendered, took: processorMillis() - started }
}

/** Pieces that mean something to Markdown, HTML, TeX, clozes or our own marks, to be thrown together. */
const PIECES = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b>',
    '</p>',
    '<!--',
    '&lt;',
    '&#x3C;svg/onload=x>',
    '"onclick="',
  ],
  ...[
    '[a](',
    'javascript:alert(1)',
    'data:text/html,x',
    `media:${'b'.repeat(64)}`,
    ')',
    '![',
    '][',
    ']: ',
    '<https://a.example>',
    'www.a.example',
  ],
  ...[
    '$',
    '$$',
    '\\htmlClass{x}{',
    '\\href{javascript:x}{y}',
    '\\gdef\\a{\\a\\a}',
    '\\frac',
    '{',
    '}',
    '\\text{<script>}',
    '&',
    '\\\\',
    '^',
    '_',
  ],
  ...['{{c1::', '{{c2::', '::', '}}', '\uE000', '\uE001', '\uE002', '\uE100'],
  ...[
    '`',
    '```',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '| a | b |\n|--|--|\n',
    '# ',
    '**',
    '~~',
    '[^1]',
    ' ',
    '门',
    'x',
    '\u0000',
    '\uD800',
    '\u202E',
  ],
]

describe('whatever is thrown together', () => {
  it('is rendered harmlessly, and what a cloze hides is nowhere on its front', () => {
    const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(source, source, (before, after) => {
        for (const text of [before, `${before}{{c7::hiddenword}}${after}`]) {
          for (const side of ['front', 'back'] as const) {
            expectHarmless(renderMarkdown(text, { locale: 'zh', cloze: { number: 7, side } }).html)
          }
          expectHarmless(renderMarkdown(text, { locale: 'en', cloze: null }).html)
        }
        const asked = parseCloze(`${before}{{c7::hiddenword}}${after}`)
        const front = renderMarkdown(`${before}{{c7::hiddenword}}${after}`, {
          locale: 'en',
          cloze: { number: 7, side: 'front' },
        })
        if (clozeNumbers(asked.parts).includes(7)) expect(front.html).not.toContain('hiddenword')
      }),
      { seed: 19, numRuns: process.env.UNROLL_FULL ? 20_000 : 500 },
    )
  }, 600_000)
})

describe('clozes', () => {
  const side = (source: string, number: number, at: 'front' | 'back', locale: 'zh' | 'en' = 'en') =>
    renderMarkdown(source, { locale, cloze: { number, side: at } })

  it('hides one number at a time and keeps what is hidden out of the page', () => {
    const source = 'The {{c1::forget::a verb}} gate and the {{c2::input}} gate'
    const front = side(source, 1, 'front').html
    expect(front).toContain('[a verb]')
    expect(front).toContain('aria-label="blank, hint: a verb"')
    expect(front).not.toContain('forget')
    expect(front).toContain('input')
    const back = side(source, 1, 'back').html
    expect(back).toMatch(
      /<mark class="cloze-answer"><span class="visually-hidden">answer: <\/span>forget<\/mark>/,
    )
    expect(back).not.toContain('{{')
  })

  it('hides a part of a formula behind a box, in its MathML and its TeX annotation too', () => {
    const source =
      '$$\\begin{aligned} f_t &= {{c1::\\sigma(W_f[h_{t-1},x_t]+b_f)}} \\\\ h_t &= {{c2::o_t * \\tanh(C_t)}} \\end{aligned}$$'
    const front = side(source, 1, 'front')
    expect(front.problems).toEqual([])
    expect(front.html).toContain('cloze-blank')
    expect(front.html).toContain('menclose')
    expect(front.html).not.toContain('sigma')
    expect(front.html).toContain('tanh')
    const back = side(source, 1, 'back')
    expect(back.problems).toEqual([])
    expect(back.html).toContain('class="enclosing cloze-answer"')
    expect(back.html).toContain('<span class="visually-hidden">answer: <span class="katex"><math')
  })

  it('marks a whole formula that a cloze of the text holds', () => {
    const back = side('it is {{c1::$f_t$}}.', 1, 'back').html
    expect(back).toMatch(/<mark class="cloze-answer">.*<span class="katex">/)
    expect(side('it is {{c1::$f_t$}}.', 1, 'front').html).not.toContain('katex')
  })

  it('opens nested clozes one level at a time', () => {
    const source = '{{c1::the {{c2::cell}} state}}'
    expect(side(source, 1, 'front').html).not.toContain('cell')
    expect(side(source, 2, 'front').html).toMatch(/the .*\[…\].* state/)
  })

  it('gives the place of a mistake in the text as written', () => {
    const source = '{{c1::a}} line\n\n{{c2::b}} $\\nosuch$ {{c3::never closed'
    const { problems } = side(source, 1, 'front')
    expect(problems.find((problem) => problem.code === 'formula')).toMatchObject({ line: 3, column: 12 })
    expect(problems.find((problem) => problem.code === 'cloze-unclosed')).toMatchObject({
      line: 3,
      column: 21,
    })
  })

  it('treats marks of the private use area in the source as spaces', () => {
    expect(side('a\uE001b\uE000\uE100c', 1, 'back').html).toBe('<p>a b  c</p>')
  })
})
