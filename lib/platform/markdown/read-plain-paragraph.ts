import type { Element, ElementContent, Root } from 'hast'
import { FORMULA_ELEMENT } from './safe-elements'

export type Formula = { tex: string; isDisplay: boolean; at: number }

// Letters, digits and the punctuation that Markdown never reads as its own, our marks of clozes; a formula; `**`.
const PIECE =
  /([\p{L}\p{M}\p{N} ,.;:?!'"()/%=+\-–—…“”‘’→·×、，。；：？！（）《》「」\uE000-\uE7FF]+)|\$([^$\r\n]+)\$(?!\$)|\*\*(?!\*)/uy
const START = /^(?:[\p{L}\uE000-\uE7FF]|\$[^$]|\*\*[\p{L}\p{N}])/u
const ADDRESS = /\/\/|www\./i
const WORD = /[\p{L}\p{N}]$/u

/**
 * The tree of what most notes are, one line of words, formulas and words in bold, without a Markdown parser: a tenth
 * of the time. Null for any text of which it is not certain that the parser would read the same.
 */
export function readPlainParagraph(text: string): { tree: Root; formulas: Formula[] } | null {
  if (!START.test(text) || text.endsWith(' ') || ADDRESS.test(text)) return null
  const formulas: Formula[] = []
  const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: [] }
  let bold: Element | null = null
  const put = (child: ElementContent) => (bold ?? paragraph).children.push(child)

  for (let at = 0; at < text.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at
    const found = PIECE.exec(text)
    if (found === null) return null
    const [, words, tex] = found
    if (words !== undefined) put({ type: 'text', value: words })
    else if (tex !== undefined) {
      if (tex.trim() !== tex || tex.endsWith('\\')) return null
      const value = String(formulas.length)
      put({ type: 'element', tagName: FORMULA_ELEMENT, properties: { value }, children: [] })
      formulas.push({ tex, isDisplay: false, at: at + 1 })
    } else if (bold === null) {
      if (!/[\p{L}\p{N}]/u.test(characterAt(text, PIECE.lastIndex))) return null
      const opened: Element = { type: 'element', tagName: 'strong', properties: {}, children: [] }
      put(opened)
      bold = opened
    } else {
      if (!WORD.test(text.slice(Math.max(0, at - 2), at))) return null
      bold = null
    }
  }
  return bold === null ? { tree: { type: 'root', children: [paragraph] }, formulas } : null
}

const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0)
