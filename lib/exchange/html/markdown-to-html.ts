import type { Element, Root as HastRoot } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import rehypeSanitize, { type Options as SanitizeOptions } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parseCloze, type ClozePart } from '@/lib/core/content/cloze'
import { CLOZE_CLOSE, CLOZE_HINT, CLOZE_OPEN, readNumber, withoutMarks, writeNumber } from './marks'

export type MarkdownContext = {
  isCloze: boolean
  /** What a picture is called where the HTML will stand. */
  imageName: (hash: string) => string | null
}

const allowed: SanitizeOptions = {
  tagNames:
    'p br hr strong em del code pre blockquote ul ol li table thead tbody tr th td a img h1 h2 h3 h4 h5 h6'.split(
      ' ',
    ),
  attributes: { a: ['href'], img: ['src', 'alt'], ol: ['start'], th: ['align'], td: ['align'] },
  protocols: { href: ['http', 'https', 'mailto'], src: ['media'] },
  strip: ['script', 'style'],
  clobber: [],
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath)
const toSafeTree = unified().use(remarkRehype).use(rehypeSanitize, allowed)
const writer = unified().use(rehypeStringify, { closeSelfClosing: false })

/**
 * A field as Anki shows it: HTML with formulas in MathJax's brackets and clozes as Anki ends them, at their first
 * `}}`. The opposite of htmlToMarkdown.
 */
export function markdownToHtml(markdown: string, context: MarkdownContext): string {
  const source = withoutMarks(markdown)
  const marked = context.isCloze ? markParts(parseCloze(source).parts) : source
  const tree: MdastRoot = parser.parse(marked)
  visit(tree, (node, index, parent) => {
    if (node.type === 'html' && parent && index !== undefined) {
      // Shown as the characters that were typed, as the house's own cards do.
      parent.children[index] =
        parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem'
          ? { type: 'paragraph', children: [{ type: 'text', value: node.value }] }
          : { type: 'text', value: node.value }
    }
    if (node.type !== 'math' && node.type !== 'inlineMath') return
    const isDisplay = node.type === 'math' || marked.startsWith('$$', node.position?.start.offset ?? 0)
    const value = inMathJax(node.value, isDisplay)
    // What remark-math says of it belongs to other renderers.
    node.data = undefined
    if (parent && index !== undefined)
      parent.children[index] =
        node.type === 'math'
          ? { type: 'paragraph', children: [{ type: 'text', value }] }
          : { type: 'text', value }
  })
  const safe: HastRoot = toSafeTree.runSync(tree)
  nameImages(safe, context)
  return writeClozes(writer.stringify(unwrapped(safe)).replace(/\n(?=<)|(?<=>)\n/g, ''))
}

function markParts(parts: ClozePart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      const hint =
        part.hint === null ? '' : CLOZE_HINT + part.hint.replaceAll('$', '').replace(/[*_`[\]<>\\]/g, '\\$&')
      return CLOZE_OPEN + writeNumber(part.number) + markParts(part.parts) + hint + CLOZE_CLOSE
    })
    .join('')
}

/** Inside its brackets a formula must not hold them: MathJax takes dollars in text. */
function inMathJax(tex: string, isDisplay: boolean): string {
  const plain = tex
    .replace(/\\[()]/g, '$')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
  return isDisplay ? `\\[${plain}\\]` : `\\(${plain}\\)`
}

function nameImages(tree: HastRoot, { imageName }: MarkdownContext): void {
  visit(tree, 'element', (element: Element, index, parent) => {
    if (element.tagName !== 'img' || !parent || index === undefined) return
    const hash = /^media:([0-9a-f]{64})$/.exec(String(element.properties.src ?? ''))?.[1]
    const name = hash === undefined ? null : imageName(hash)
    const alt = String(element.properties.alt ?? '')
    if (name === null) parent.children[index] = { type: 'text', value: alt }
    else element.properties = { src: name, alt }
  })
}

/** A field of one paragraph is its text: Anki's own fields are. */
function unwrapped(tree: HastRoot): HastRoot {
  const [only, ...others] = tree.children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  return only?.type === 'element' && only.tagName === 'p' && others.length === 0
    ? { type: 'root', children: only.children }
    : tree
}

const MARK = /\uE100([\uE200-\uE5FF])|\uE101|\uE102|\}\}+|::+/g

/** Inside a cloze no `}}` or `::` may stand that is not the cloze's own. */
function writeClozes(html: string): string {
  let depth = 0
  let tex = 0
  return html.replace(MARK, (mark, number: string | undefined, at: number) => {
    if (number !== undefined) {
      depth++
      return `{{c${readNumber(number)}::`
    }
    if (mark === CLOZE_HINT) return '::'
    if (mark === CLOZE_CLOSE) {
      depth--
      return html[at - 1] === '}' ? ' }}' : '}}'
    }
    if (depth === 0) return mark
    tex = Math.max(html.lastIndexOf('\\(', at), html.lastIndexOf('\\[', at))
    const isTex = tex > Math.max(html.lastIndexOf('\\)', at), html.lastIndexOf('\\]', at))
    if (isTex) return [...mark].join(' ')
    return [...mark].map((sign) => `&#${sign.charCodeAt(0)};`).join('')
  })
}
