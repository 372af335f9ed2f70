import { expect, it } from 'vitest'
import { htmlToText } from './html-to-text'
import { readNotes } from './read-notes'
import { processorMillis } from '@/lib/core/testing/processor-millis'

it('keeps headings, lists, emphasis and links’ words, and leaves out the page around them', () => {
  const text = htmlToText(`<!--StartFragment--><nav>Home</nav><h2>Gates</h2><p>The <b>forget</b> gate
    <a href="javascript:alert(1)">keeps</a> &amp; drops.</p><ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>
    <script>alert(1)</script><footer>©</footer>`)
  expect(text).toBe('## Gates\n\nThe **forget** gate keeps & drops.\n\n- one\n    - inner\n- two')
})

it('takes the TeX of KaTeX, MathJax and Wikipedia once, and not what was shown', () => {
  const katex = `<p>State <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>h</mi></mrow><annotation
    encoding="application/x-tex">h_t</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">ht</span></span>.</p>`
  expect(htmlToText(katex)).toBe('State $h_t$.')
  const display = `<span class="katex-display"><span class="katex"><math display="block"><annotation encoding="application/x-tex">a &amp;= b</annotation></math><span aria-hidden="true">a=b</span></span></span>`
  expect(htmlToText(display)).toBe('$$a &= b$$')
  const wikipedia = `<p>Let <span class="mwe-math-element"><span style="display:none"><math alttext="x"><mi>x</mi></math></span><img class="mwe-math-fallback-image-inline" alt="{\\displaystyle x_{t}}"></span> be.</p>`
  expect(htmlToText(wikipedia)).toBe('Let $x_{t}$ be.')
  expect(htmlToText('<script type="math/tex; mode=display">y=x</script>')).toBe('$$y=x$$')
})

it('writes a table that the reader of notes takes row by row', () => {
  const text = htmlToText(
    '<h2>Remedies</h2><table><tr><th>Name</th><th>Does</th></tr><tr><td>Clipping</td><td>bounds | the norm</td></tr></table>',
  )
  expect(readNotes(text).proposals.filter(({ rule }) => rule === 'table-row')).toMatchObject([
    { front: 'Remedies\n\n**Clipping — Does**' },
  ])
})

it('ends on broken and hostile pages', () => {
  expect(htmlToText('<p>a<b>b<i>c</p>d <')).toContain('d')
  expect(htmlToText('<ul><li>x')).toBe('- x')
  const began = processorMillis()
  for (const piece of ['<div>', '<a', '<!--', '<annotation encoding=tex>', '<td>x', '&#x41;', '<ul><li>'])
    htmlToText(piece.repeat(200_000))
  expect(processorMillis() - began).toBeLessThan(8_000)
})
