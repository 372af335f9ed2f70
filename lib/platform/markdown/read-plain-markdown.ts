import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { FORMULA_ELEMENT } from './safe-elements'

export type Formula = { tex: string; isDisplay: boolean; at: number }

// Letters, digits and the punctuation that Markdown never reads as its own, our marks of clozes; a formula; `**`.
const PIECE =
  /([\p{L}\p{M}\p{N} ,.;:?!'"()/%=+\-–—…“”‘’→·×、，。；：？！（）《》「」\uE000-\uE7FF]+)|\$([^$\r\n]+)\$(?!\$)|\*\*(?!\*)/uy
const START = /^(?:[\p{L}\uE000-\uE7FF]|\$[^$]|\*\*[\p{L}\p{N}])/u
const ADDRESS = /\/\/|www\./i
const WORD = /[\p{L}\p{N}]$/u
const ITEM = '- '

/**
 * The tree of what most notes are, paragraphs of one line and lists of such lines, with formulas and words in bold,
 * without a Markdown parser: a tenth of the time. Null for any text of which it is not certain that the parser would
 * read the same.
 */
export function readPlainMarkdown(text: string): { tree: Root; formulas: Formula[] } | null {
  if (ADDRESS.test(text)) return null
  const formulas: Formula[] = []
  const children: RootContent[] = []
  let wasList = false
  let at = 0
  for (const block of text.split('\n\n')) {
    const isList = block.startsWith(ITEM)
    // Two lists with an empty line between them are one.
    if (isList && wasList) return null
    const read = isList ? readList(block, at, formulas) : element('p', readLine(block, at, formulas))
    if (read === null) return null
    if (children.length > 0) children.push(newLine())
    children.push(read)
    at += block.length + 2
    wasList = isList
  }
  return { tree: { type: 'root', children }, formulas }
}

function readList(block: string, from: number, formulas: Formula[]): Element | null {
  const children: ElementContent[] = [newLine()]
  let at = from
  for (const line of block.split('\n')) {
    if (!line.startsWith(ITEM)) return null
    const item = element('li', readLine(line.slice(ITEM.length), at + ITEM.length, formulas))
    if (item === null) return null
    children.push(item, newLine())
    at += line.length + 1
  }
  return element('ul', children)
}

/** @param from where the line begins in the text, for the places of its formulas */
function readLine(line: string, from: number, formulas: Formula[]): ElementContent[] | null {
  if (!START.test(line) || line.endsWith(' ')) return null
  const children: ElementContent[] = []
  let bold: Element | null = null
  const put = (child: ElementContent) => (bold?.children ?? children).push(child)

  for (let at = 0; at < line.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at
    const found = PIECE.exec(line)
    if (found === null) return null
    const [, words, tex] = found
    if (words !== undefined) put({ type: 'text', value: words })
    else if (tex !== undefined) {
      if (tex.trim() !== tex || tex.endsWith('\\')) return null
      const value = String(formulas.length)
      put({ type: 'element', tagName: FORMULA_ELEMENT, properties: { value }, children: [] })
      formulas.push({ tex, isDisplay: false, at: from + at + 1 })
    } else if (bold === null) {
      if (!/[\p{L}\p{N}]/u.test(characterAt(line, PIECE.lastIndex))) return null
      const opened: Element = { type: 'element', tagName: 'strong', properties: {}, children: [] }
      put(opened)
      bold = opened
    } else {
      if (!WORD.test(line.slice(Math.max(0, at - 2), at))) return null
      bold = null
    }
  }
  return bold === null ? children : null
}

const newLine = (): Text => ({ type: 'text', value: '\n' })

const element = (tagName: string, children: ElementContent[] | null): Element | null =>
  children && { type: 'element', tagName, properties: {}, children }

const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0)
