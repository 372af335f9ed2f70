import type { ClozePart } from '@/lib/core/content/cloze'

/**
 * Clozes are cut out of the source before Markdown is read, and what stands in their place is marked with characters
 * of the private use area, which survive Markdown and formulas alike. So the hidden text is not in the page at all
 * until it is asked for: not in an attribute, not in the TeX that MathML carries along.
 */
export const OPEN = '\uE001'
export const CLOSE = '\uE002'
export const BLANK = '\uE000'
const FIRST_INDEX = 0xe100
const LAST_INDEX = 0xe7ff
const PRIVATE = /[\uE000-\uE7FF]/g

export type MarkedCloze = {
  text: string
  /** The hint of each blank, by the index that follows it. */
  hints: (string | null)[]
  /** From an offset into `text` to the offset of the source it came from. */
  toSource: (offset: number) => number
}

export const withoutMarks = (text: string): string => text.replace(PRIVATE, '')

export const blankIndex = (character: string): number => character.charCodeAt(0) - FIRST_INDEX

/** For card `number`: its clozes blanked (front) or marked (back), the others opened. Null opens all, unmarked. */
export function markCloze(parts: ClozePart[], number: number | null, side: 'front' | 'back'): MarkedCloze {
  let text = ''
  const hints: (string | null)[] = []
  const pieces: { from: number; at: number }[] = []

  const visit = (list: ClozePart[], isMarked: boolean) => {
    for (const part of list) {
      if (part.kind === 'text') {
        pieces.push({ from: text.length, at: part.at })
        text += part.text
        continue
      }
      const isAsked = number !== null && part.number === number && !isMarked
      if (!isAsked) visit(part.parts, isMarked)
      else if (side === 'front' && FIRST_INDEX + hints.length <= LAST_INDEX) {
        pieces.push({ from: text.length, at: part.at })
        text += BLANK + String.fromCharCode(FIRST_INDEX + hints.length)
        hints.push(part.hint)
      } else if (side === 'back') {
        text += OPEN
        visit(part.parts, true)
        text += CLOSE
      }
    }
  }
  visit(parts, false)

  const toSource = (offset: number) => {
    let found = { from: 0, at: 0 }
    for (const piece of pieces) {
      if (piece.from > offset) break
      found = piece
    }
    return found.at + (offset - found.from)
  }
  return { text, hints, toSource }
}
