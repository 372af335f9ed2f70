import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast'
import type { Nodes as MdastNodes, Root as MdastRoot } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype, { type Options as ToHastOptions } from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parseCloze } from '@/lib/core/content/cloze'
import type { Locale } from '@/lib/core/content/content'
import { markCloze, withoutMarks } from './mark-cloze'
import { readPlainMarkdown, type Formula } from './read-plain-markdown'
import { renderFormula, type FormulaProblem } from './render-formula'
import { FORMULA_ELEMENT, safeElements } from './safe-elements'
import { ClozeWriter } from './write-cloze'

export const MAX_MARKDOWN_LENGTH = 20_000
const MAX_HTML_LENGTH = 600_000
const MAX_NESTING = 30
const MAX_PROBLEMS = 50

export type MarkdownProblem = {
  code:
    | FormulaProblem['code']
    | 'cloze-unclosed'
    | 'cloze-empty'
    | 'cloze-too-deep'
    | 'raw-html'
    | 'link-refused'
    | 'image-refused'
    | 'image-without-alt'
    | 'footnote'
    | 'too-long'
    | 'too-large'
    | 'too-deep'
  /** Both from 1, in the source as its author wrote it. */
  line: number
  column: number
  detail?: string
}

export type RenderedMarkdown = {
  html: string
  problems: MarkdownProblem[]
  /** Hashes of the images shown, each once. */
  media: string[]
}

export type MarkdownOptions = {
  locale: Locale
  /** Without it clozes are opened and unmarked; `null` reads no clozes at all. */
  cloze?: { number: number; side: 'front' | 'back' } | null
  /** In pixels, by hash: a picture whose size is known keeps its place free while it loads. */
  imageSizes?: ReadonlyMap<string, { width: number; height: number } | null>
}

const MEDIA = /^media:([0-9a-f]{64})$/
const SAFE_LINK = /^(https?:\/\/|mailto:)[^\s]/i

const heading: NonNullable<ToHastOptions['handlers']>['heading'] = (state, node) => ({
  type: 'element',
  tagName: 'p',
  properties: { className: ['card-heading'] },
  children: [{ type: 'element', tagName: 'strong', properties: {}, children: state.all(node) }],
})

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath)
const toSafeTree = unified().use(remarkRehype, { handlers: { heading } }).use(rehypeSanitize, safeElements)
const writer = unified().use(rehypeStringify, { allowDangerousHtml: true })

/**
 * Markdown (GFM) with formulas to HTML that may be put into a page as it is. The order is what makes it safe: raw
 * HTML never becomes an element, the tree is sanitised while formulas are still numbered placeholders, and only
 * then does KaTeX, under limits, put its own HTML in their place. Never throws for any text: what is wrong comes back
 * as problems with their position, and the HTML shows what could be shown.
 */
export function renderMarkdown(source: string, options: MarkdownOptions): RenderedMarkdown {
  const problems: MarkdownProblem[] = []
  const lineStarts = startsOfLines(source)
  const report = (code: MarkdownProblem['code'], at: number, detail?: string) => {
    if (problems.length >= MAX_PROBLEMS) return
    problems.push({ code, ...positionAt(lineStarts, at), ...(detail === undefined ? {} : { detail }) })
  }
  if (source.length > MAX_MARKDOWN_LENGTH) {
    report('too-long', MAX_MARKDOWN_LENGTH, String(source.length))
    return { html: '', problems, media: [] }
  }

  const deepAt = findDeepNesting(source, lineStarts)
  if (deepAt !== null) {
    report('too-deep', deepAt)
    return { html: '', problems, media: [] }
  }

  const parsed = options.cloze === null ? plainText(source) : parseCloze(sameLength(source))
  for (const problem of parsed.problems) report(problem.code, problem.at)
  const marked = markCloze(parsed.parts, options.cloze?.number ?? null, options.cloze?.side ?? 'front')
  const reportMarked = (code: MarkdownProblem['code'], offset: number, detail?: string) =>
    report(code, marked.toSource(offset), detail)

  try {
    const { tree, formulas, media } =
      readPlain(marked.text) ?? readMarkdown(marked.text, options.imageSizes, reportMarked)
    const cloze = new ClozeWriter(options.locale, marked.hints)
    setFormulas(tree, formulas, cloze, reportMarked)
    const html = writer.stringify(tree)
    if (html.length > MAX_HTML_LENGTH) {
      report('too-large', 0)
      return { html: '', problems, media: [] }
    }
    return { html, problems, media }
  } catch (error) {
    // The parsers recurse: what nests in ways that findDeepNesting does not see ends here.
    if (!(error instanceof RangeError)) throw error
    report('too-deep', 0)
    return { html: '', problems, media: [] }
  }
}

type SafeTree = { tree: HastRoot; formulas: Formula[]; media: string[] }

function readPlain(text: string): SafeTree | null {
  const read = readPlainMarkdown(text)
  return read && { ...read, media: [] }
}

function readMarkdown(text: string, sizes: MarkdownOptions['imageSizes'], report: Report): SafeTree {
  const parsed = parser.parse(text)
  const formulas = takeFormulas(parsed, text)
  refuseWhatIsNotAllowed(parsed, report)
  const tree = toSafeTree.runSync(parsed)
  return { tree, formulas, media: finishLinksAndImages(tree, sizes) }
}

/** The parser's time grows with the square of the nesting of lists and quotes that one line opens. */
function findDeepNesting(source: string, lineStarts: number[]): number | null {
  const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
  for (const start of lineStarts) {
    marker.lastIndex = start
    let depth = 0
    while (marker.test(source)) if (++depth > MAX_NESTING) return start
  }
  return null
}

const plainText = (source: string) => ({
  parts: [{ kind: 'text' as const, text: sameLength(source), at: 0 }],
  problems: [],
})

/** Our marks never come from an author; a space in their place keeps every position. */
const sameLength = (source: string) => source.replace(/[\uE000-\uE7FF]/g, ' ')

/** Formulas leave the tree before anything else is looked at: each becomes a numbered placeholder. */
function takeFormulas(tree: MdastRoot, text: string): Formula[] {
  const formulas: Formula[] = []
  visit(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return
    const start = node.position?.start.offset ?? 0
    const isDisplay = node.type === 'math' || text.startsWith('$$', start)
    const at = Math.max(start, text.indexOf(node.value, start))
    node.data = {
      hName: FORMULA_ELEMENT,
      hProperties: { value: String(formulas.length) },
      hChildren: [],
    }
    formulas.push({ tex: node.value, isDisplay, at })
  })
  return formulas
}

type Report = (code: MarkdownProblem['code'], offset: number, detail?: string) => void

function refuseWhatIsNotAllowed(tree: MdastRoot, report: Report) {
  visit(tree, (node: MdastNodes, index, parent) => {
    const at = node.position?.start.offset ?? 0
    const isLink = node.type === 'link' || (node.type === 'definition' && !MEDIA.test(node.url))
    if (isLink && !SAFE_LINK.test(node.url)) report('link-refused', at, node.url.slice(0, 200))
    if (node.type === 'image') {
      if (!MEDIA.test(node.url)) report('image-refused', at, node.url.slice(0, 200))
      else if (!node.alt || withoutMarks(node.alt).trim() === '') report('image-without-alt', at)
    }
    if (!parent || index === undefined) return
    if (node.type === 'html') {
      // Shown as the characters that were typed: nothing is lost, and nothing runs.
      report('raw-html', at, node.value.slice(0, 200))
      const text = { type: 'text' as const, value: node.value }
      const isInline = parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell'
      parent.children[index] =
        isInline ||
        parent.type === 'emphasis' ||
        parent.type === 'strong' ||
        parent.type === 'delete' ||
        parent.type === 'link'
          ? text
          : { type: 'paragraph', children: [text] }
    }
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      report('footnote', at)
      parent.children[index] = { type: 'text', value: '' }
    }
  })
}

/** Adds what only we may write, and turns what is left of a refused link or picture into its text. */
function finishLinksAndImages(tree: HastRoot, sizes: MarkdownOptions['imageSizes']): string[] {
  const media = new Set<string>()
  visit(tree, 'element', (element: Element, index, parent) => {
    for (const [name, value] of Object.entries(element.properties)) {
      if (typeof value === 'string') element.properties[name] = withoutMarks(value)
    }
    if (element.tagName === 'a') {
      const href = element.properties.href
      if (typeof href === 'string' && SAFE_LINK.test(href)) {
        element.properties = { href, rel: ['noopener', 'noreferrer', 'nofollow'], target: '_blank' }
      } else {
        element.tagName = 'span'
        element.properties = {}
      }
    }
    if (element.tagName === 'img') {
      const alt = typeof element.properties.alt === 'string' ? element.properties.alt : ''
      const hash = MEDIA.exec(String(element.properties.src ?? ''))?.[1]
      if (hash) {
        media.add(hash)
        element.properties = { src: `/api/v1/media/${hash}`, alt, ...sizes?.get(hash), decoding: 'async' }
      } else if (parent && index !== undefined) {
        parent.children[index] = { type: 'text', value: alt }
      }
    }
  })
  return [...media]
}

function setFormulas(tree: HastRoot, formulas: Formula[], cloze: ClozeWriter, report: Report) {
  let written = 0
  const replaceIn = (node: HastNodes) => {
    if (!('children' in node)) return
    const children: ElementContent[] = []
    for (const child of node.children) {
      if (child.type === 'text') children.push(...cloze.text(child.value))
      else if (child.type === 'element' && child.tagName === FORMULA_ELEMENT) {
        const formula = formulas[Number(child.properties.value)]
        if (formula) children.push(...setFormula(formula))
      } else if (child.type === 'element') {
        replaceIn(child)
        children.push(child)
      }
    }
    node.children = children
  }
  const setFormula = (formula: Formula): ElementContent[] => {
    const tex = cloze.formula(formula.tex)
    const rendered = renderFormula(tex.tex, { display: formula.isDisplay })
    written += rendered.html.length
    if (rendered.problem === null && written <= MAX_HTML_LENGTH) {
      return cloze.aroundFormula([{ type: 'raw', value: rendered.html }, ...tex.spoken], formula.isDisplay)
    }
    const problem = rendered.problem ?? { code: 'formula-too-large' as const, at: null }
    report(problem.code, formula.at + tex.toOriginal(problem.at ?? 0), problem.detail)
    const source: ElementContent = { type: 'text', value: withoutMarks(formula.tex).slice(0, 2_000) }
    return [
      { type: 'element', tagName: 'code', properties: { className: ['formula-error'] }, children: [source] },
    ]
  }
  replaceIn(tree)
}

function startsOfLines(text: string): number[] {
  const starts = [0]
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

function positionAt(starts: number[], offset: number): { line: number; column: number } {
  let line = 0
  while (line + 1 < starts.length && starts[line + 1] <= offset) line++
  return { line: line + 1, column: Math.max(0, offset - starts[line]) + 1 }
}
