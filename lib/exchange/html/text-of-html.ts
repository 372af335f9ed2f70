import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

const parser = unified().use(rehypeParse, { fragment: true })

/** What is left of HTML without its tags: lines where it breaks, and every entity as its sign. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html
  const pieces: string[] = []
  collect(parser.parse(html), pieces)
  return pieces.join('')
}

const BREAKS = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'blockquote',
])
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object'])

function collect(node: Nodes, pieces: string[]): void {
  if (node.type === 'text') pieces.push(node.value)
  if (!('children' in node)) return
  const name = node.type === 'element' ? node.tagName : ''
  if (SILENT.has(name)) return
  if (BREAKS.has(name) && pieces.length > 0) pieces.push('\n')
  for (const child of node.children) collect(child, pieces)
}
