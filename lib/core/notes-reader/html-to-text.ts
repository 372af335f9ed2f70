import { TextLines } from './text-lines'

/**
 * What was copied from a page, as text with Markdown's marks: its headings, lists, tables, emphasis and formulas.
 * KaTeX, MathJax and Wikipedia keep the TeX beside what they show; the TeX is taken and the rest left. The result is
 * text and nothing else: no tag, attribute or address of the page survives but as words.
 */
const MAX_HTML_LENGTH = 2_000_000
const MAX_DEPTH = 200

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'footer',
  'button',
  'select',
  'svg',
  'iframe',
  'object',
  'head',
  'title',
  'form',
  'audio',
  'video',
  'canvas',
])
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'aside',
  'ul',
  'ol',
  'dl',
  'table',
  'blockquote',
  'figure',
  'figcaption',
  'details',
  'summary',
  'address',
  'body',
  'html',
  'center',
  'tbody',
  'thead',
  'pre',
  'hr',
])

type Tag = { name: string; attributes: string; isClosing: boolean; isAlone: boolean }
type Open = { name: string; isSkipped: boolean; isMaths: boolean; hasGiven: boolean }

export function htmlToText(html: string): string {
  const source = html.slice(0, MAX_HTML_LENGTH)
  const open: Open[] = []
  const lists: { isOrdered: boolean; number: number }[] = []
  const out = new TextLines()
  let skipping = 0
  let cells: string[] | null = null
  let isFirstRow = true
  let cell = ''
  let tex: string | null = null
  let isDisplay = false

  const write = (text: string) => {
    if (tex !== null) tex += text
    else if (skipping > 0) return
    else if (cells !== null) cell += text
    else out.write(text)
  }
  const newLine = (blank: boolean) => {
    if (cells !== null || skipping > 0 || tex !== null) return
    out.begin(blank)
  }
  const isIn = (name: string) => open.some((each) => each.name === name)

  function enter({ name, attributes, isAlone }: Tag): void {
    if (name === 'br') return write(cells === null ? '\n' : ' ')
    if (name === 'img') {
      const alt = attributeOf(attributes, 'alt')
      const style = /^\s*\{\\(?:display|text)style\s*([\s\S]*)\}\s*$/.exec(alt)
      if (style) give(style[1], /mwe-math-fallback-image-display/.test(attributes))
      return
    }
    if (name === 'hr') return newLine(true)
    if (VOID.has(name) || isAlone) return
    const classes = attributeOf(attributes, 'class')
    const isMaths =
      /(?:^|\s)(?:katex|katex-display|MathJax\w*|mwe-math-element)(?:\s|$)/.test(classes) ||
      name === 'mjx-container' ||
      name === 'math'
    const isTexScript = name === 'script' && /math\/tex/.test(attributeOf(attributes, 'type'))
    const isAnnotation = name === 'annotation' && /tex/i.test(attributeOf(attributes, 'encoding'))
    if (isMaths || isTexScript) {
      if (!open.some((each) => each.isMaths)) isDisplay = false
      isDisplay ||=
        /katex-display|MathJax_Display/.test(classes) ||
        /mode=display/.test(attributeOf(attributes, 'type')) ||
        attributeOf(attributes, 'display') === 'block' ||
        attributeOf(attributes, 'display') === 'true'
    }
    const isSkipped = isMaths || SKIPPED.has(name) || attributeOf(attributes, 'aria-hidden') === 'true'
    if (open.length < MAX_DEPTH)
      open.push({ name, isSkipped: isSkipped && !isTexScript, isMaths, hasGiven: false })
    else return
    if (isSkipped && !isTexScript) skipping++
    if (isAnnotation || isTexScript) tex = ''
    if (skipping > 0) return
    const level = /^h([1-6])$/.exec(name)
    if (level) {
      newLine(true)
      write(`${'#'.repeat(Number(level[1]))} `)
    } else if (name === 'li') {
      newLine(false)
      const list = lists[lists.length - 1]
      if (list) list.number++
      write(`${'    '.repeat(Math.max(0, lists.length - 1))}${list?.isOrdered ? `${list.number}.` : '-'} `)
    } else if (name === 'ul' || name === 'ol') {
      if (lists.length === 0) newLine(true)
      lists.push({ isOrdered: name === 'ol', number: 0 })
    } else if (name === 'dt') newLine(true)
    else if (name === 'dd') {
      newLine(false)
      write(': ')
    } else if (name === 'pre') {
      newLine(true)
      write('```\n')
    } else if (name === 'table') {
      newLine(true)
      isFirstRow = true
    } else if (name === 'tr') cells = []
    else if (BLOCKS.has(name) && lists.length === 0) newLine(true)
    else if ((name === 'strong' || name === 'b') && !isIn('pre')) write('**')
    else if (name === 'code' && !isIn('pre')) write('`')
  }

  function leave(name: string): void {
    const at = open.findLastIndex((each) => each.name === name)
    if (at === -1) return
    for (const closed of open.splice(at).reverse()) {
      if (closed.name === 'annotation' || closed.name === 'script') endTex()
      if (closed.isSkipped) skipping--
      if (skipping > 0) continue
      if (/^h[1-6]$/.test(closed.name)) newLine(true)
      else if (closed.name === 'li') newLine(false)
      else if (closed.name === 'ul' || closed.name === 'ol') {
        lists.pop()
        newLine(lists.length === 0)
      } else if (closed.name === 'td' || closed.name === 'th') {
        cells?.push(cell.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|'))
        cell = ''
      } else if (closed.name === 'tr') endRow()
      else if (closed.name === 'pre') {
        newLine(false)
        write('```')
        newLine(true)
      } else if (closed.name === 'dt' || closed.name === 'dd') newLine(false)
      else if (BLOCKS.has(closed.name) && lists.length === 0) newLine(true)
      else if (closed.name === 'strong' || closed.name === 'b') endBold()
      else if (closed.name === 'code' && !isIn('pre')) write('`')
    }
  }

  function endTex(): void {
    if (tex === null) return
    const taken = tex
    tex = null
    give(taken, isDisplay)
  }

  /** A formula's TeX, once, though what holds it is not shown. */
  function give(source: string, display: boolean): void {
    const root = open.find((each) => each.isMaths)
    if (root?.hasGiven === true) return
    if (root) root.hasGiven = true
    const held = skipping
    skipping = open.some((each) => each.isSkipped && SKIPPED.has(each.name)) ? held : 0
    writeMaths(source, display)
    skipping = held
  }

  function endBold(): void {
    if (cells !== null) cell = cell.endsWith('**') ? cell.slice(0, -2) : `${cell}**`
    else if (!out.takeEnd('**')) out.write('**')
  }

  function writeMaths(source: string, display: boolean): void {
    const shown = decode(source).trim()
    const plain = (/^\{\\(?:display|text)style\s*([\s\S]*)\}$/.exec(shown)?.[1] ?? shown).trim()
    if (plain === '') return
    if (!display || cells !== null) return write(`$${plain}$`)
    newLine(true)
    write(`$$${plain}$$`)
    newLine(true)
  }

  function endRow(): void {
    const row = cells
    cells = null
    if (row === null || row.length === 0) return
    newLine(false)
    write(`| ${row.join(' | ')} |\n`)
    if (isFirstRow) write(`| ${row.map(() => '---').join(' | ')} |\n`)
    isFirstRow = false
  }

  for (const token of source.matchAll(/<!--[\s\S]*?(?:-->|$)|<![^<>]*>|<\/?[a-zA-Z][^<>]*>|[^<]+|</g)) {
    const [text] = token
    const tag = text.startsWith('<!') ? 'comment' : readTag(text)
    if (tag === 'comment') continue
    if (tag === null) {
      const isVerbatim = tex !== null || isIn('pre')
      const words = isVerbatim ? decode(text) : decode(text).replace(/\s+/g, ' ')
      write(!isVerbatim && cells === null && out.isAtStart() ? words.trimStart() : words)
    } else if (tag.isClosing) leave(tag.name)
    else enter(tag)
  }
  if (cells !== null) endRow()
  return out.toString()
}

function readTag(text: string): Tag | null {
  const match = /^<(\/?)([a-zA-Z][\w:-]*)([\s\S]*?)(\/?)>$/.exec(text)
  if (match === null) return null
  return {
    isClosing: match[1] === '/',
    name: match[2].toLowerCase(),
    attributes: match[3],
    isAlone: match[4] === '/',
  }
}

function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  )
  return decode(match?.[1] ?? match?.[2] ?? match?.[3] ?? '')
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  times: '×',
  middot: '·',
  sigma: 'σ',
  rarr: '→',
  minus: '−',
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ' '
  })
}
