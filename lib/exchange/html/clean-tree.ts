import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { HtmlContext } from './html-to-markdown'
import { imageOf } from './image-of'
import { BRACE_CLOSE, BRACE_OPEN, FORMULA_CLOSE, FORMULA_OPEN, readNumber, writeNumber } from './marks'
import type { TakenFormula } from './take-formulas'

const KEPT = new Set(
  'p div br hr strong b em i del s strike code pre kbd samp tt blockquote ul ol li table thead tbody tfoot tr th td h1 h2 h3 h4 h5 h6 dl dt dd section article header footer main figure figcaption'.split(
    ' ',
  ),
)
const DROPPED = new Set('script style template noscript title head link meta base'.split(' '))
const EMBEDDED = new Set(
  'iframe frame frameset object embed applet form input button select textarea option portal dialog'.split(
    ' ',
  ),
)
const PLAYED = new Set('video audio source track'.split(' '))
const DRAWN = new Set('svg math canvas map area'.split(' '))
const DECORATED = new Set('u font mark small big center ins'.split(' '))
const SAFE_LINK = /^(https?:\/\/|mailto:)[^\s]/i
const MAX_DEPTH = 300

/**
 * Only what Markdown can say is left, with no attribute but those it needs: a list of what is allowed, so that what
 * nobody thought of is text.
 */
export function cleanTree(
  root: Root,
  formulas: TakenFormula[],
  context: HtmlContext,
): { tree: Root; inTable: Set<number> } {
  const inTable = new Set<number>()
  return { tree: { type: 'root', children: cleanAll(root.children, 0, false) }, inTable }

  function cleanAll(
    nodes: (RootContent | ElementContent)[],
    depth: number,
    isInTable: boolean,
  ): ElementContent[] {
    if (depth > MAX_DEPTH) throw new RangeError('nested too deeply')
    return nodes.flatMap((node) => clean(node, depth, isInTable))
  }

  function clean(node: RootContent | ElementContent, depth: number, isInTable: boolean): ElementContent[] {
    if (node.type === 'text') return [text(node.value, isInTable)]
    if (node.type !== 'element') return []
    const name = node.tagName
    if (hasHandler(node)) context.lose('field-script', name)
    if (DROPPED.has(name)) {
      if (name === 'script') context.lose('field-script', name)
      return []
    }
    if (EMBEDDED.has(name)) return lost('embedded', name)
    if (PLAYED.has(name)) return lost('video', name)
    if (DRAWN.has(name)) return lost('drawing', name)
    const inner = () => cleanAll(node.children, depth + 1, isInTable || name === 'table')
    if (name === 'img') return image(node)
    if (name === 'a') return link(node, inner())
    if (name === 'sub' || name === 'sup') return raised(node, inner)
    if (DECORATED.has(name) || isStyled(node)) context.lose('formatting')
    if (!KEPT.has(name)) return inner()
    const properties: Element['properties'] = {}
    if (name === 'ol' && typeof node.properties.start === 'number') properties.start = node.properties.start
    return [{ type: 'element', tagName: name, properties, children: inner() }]
  }

  function text(value: string, isInTable: boolean): ElementContent {
    if (isInTable)
      for (const [, index] of value.matchAll(/\uE103([\uE200-\uE5FF]+)\uE104/g))
        inTable.add(readNumber(index))
    const marked = context.isCloze ? value.replaceAll('{', BRACE_OPEN).replaceAll('}', BRACE_CLOSE) : value
    return { type: 'text', value: marked.replaceAll('\u00A0', ' ') }
  }

  function lost(code: 'embedded' | 'video' | 'drawing', name: string): ElementContent[] {
    context.lose(code, name)
    return []
  }

  function image(node: Element): ElementContent[] {
    const src = typeof node.properties.src === 'string' ? node.properties.src : ''
    const alt = typeof node.properties.alt === 'string' ? node.properties.alt.trim() : ''
    const image = imageOf(src, alt, context)
    if (image !== null) return [{ type: 'element', tagName: 'img', properties: image, children: [] }]
    return alt === '' ? [] : [{ type: 'text', value: alt }]
  }

  function link(node: Element, children: ElementContent[]): ElementContent[] {
    const href = typeof node.properties.href === 'string' ? node.properties.href.trim() : ''
    if (href === '') return children
    if (SAFE_LINK.test(href) && !/[\s\u0000-\u001F]/.test(href))
      return [{ type: 'element', tagName: 'a', properties: { href }, children }]
    context.lose('link', href)
    return children
  }

  /** H₂O: a formula says it where Markdown cannot. */
  function raised(node: Element, inner: () => ElementContent[]): ElementContent[] {
    const [only, ...others] = node.children
    const isShort =
      only?.type === 'text' && others.length === 0 && /^[\p{L}\p{N}+\-−=(), ]{1,40}$/u.test(only.value)
    if (!isShort) {
      context.lose('formatting')
      return inner()
    }
    const words = only.value.trim().replaceAll('−', '-')
    const tex = /^[\d+\-=a-z]+$/i.test(words) && words.length < 4 ? words : `\\text{${words}}`
    formulas.push({ tex: `{}${node.tagName === 'sub' ? '_' : '^'}{${tex}}`, isDisplay: false })
    return [{ type: 'text', value: FORMULA_OPEN + writeNumber(formulas.length - 1) + FORMULA_CLOSE }]
  }
}

const hasHandler = (node: Element) => Object.keys(node.properties).some((name) => /^on/i.test(name))

const isStyled = (node: Element) =>
  typeof node.properties.style === 'string' &&
  /(?:^|;|\s)(?:color|background|font-size|text-decoration)/i.test(node.properties.style)
