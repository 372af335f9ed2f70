import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { renderFormula } from '@/lib/platform/markdown/render-formula'
import { renderMarkdown } from '@/lib/platform/markdown/render-markdown'
import { htmlToMarkdown, type HtmlContext } from './html/html-to-markdown'
import { markdownToHtml } from './html/markdown-to-html'
import { RUNNING_HTML } from './testing/running-html'

const context = (isCloze: boolean): HtmlContext => ({
  isCloze,
  imageOf: (src) => (src.length % 2 === 0 ? 'a'.repeat(64) : null),
  isFormula: (tex, display) => renderFormula(tex, { display }).problem === null,
  lose: () => {},
})

const DANGEROUS = new Set(
  'script style iframe object embed form input button textarea template svg link meta base video audio source details'.split(
    ' ',
  ),
)

/** Everything in a page's HTML that could run or load. */
function findWhatRuns(html: string): string[] {
  const found: string[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'element') {
      // KaTeX draws arrows and roots as SVG of its own.
      if (DANGEROUS.has(node.tagName) && node.tagName !== 'svg') found.push(node.tagName)
      for (const [name, value] of Object.entries(node.properties)) {
        if (/^on/i.test(name)) found.push(name)
        const text = String(value)
        const isAddress =
          name === 'href' || name === 'src' || name === 'srcSet' || name === 'data' || name === 'action'
        if (isAddress && !/^(https?:\/\/|mailto:|\/api\/v1\/media\/[0-9a-f]{64}$)/.test(text))
          found.push(`${name}=${text}`)
        if (name === 'src' && /^https?:/.test(text)) found.push(`${name}=${text}`)
      }
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(unified().use(rehypeParse, { fragment: true }).parse(html))
  return found
}

describe('HTML and addresses that run', () => {
  it.each(RUNNING_HTML.map((html) => [html]))('are made harmless: %j', (html) => {
    for (const isCloze of [false, true]) {
      const converted = htmlToMarkdown(html, context(isCloze))
      if (!converted.ok) continue
      for (const cloze of [
        null,
        { number: 1, side: 'front' as const },
        { number: 1, side: 'back' as const },
      ]) {
        const rendered = renderMarkdown(converted.markdown, { locale: 'en', cloze })
        expect(findWhatRuns(rendered.html), converted.markdown).toEqual([])
      }
      // On the way out, too: whoever opens the package in Anki is somebody's learner.
      const out = markdownToHtml(converted.markdown, { isCloze, imageName: () => 'a.png' })
      expect(findWhatRuns(out).filter((what) => what !== 'src=a.png')).toEqual([])
    }
  })

  it('are made harmless as Markdown on the way out', () => {
    for (const text of RUNNING_HTML) {
      const out = markdownToHtml(text, { isCloze: false, imageName: () => 'a.png' })
      expect(
        findWhatRuns(out).filter((what) => what !== 'src=a.png'),
        text,
      ).toEqual([])
    }
  })
})
