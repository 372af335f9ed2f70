import { CLOZE_CLOSE, CLOZE_HINT, CLOZE_OPEN, writeNumber } from './marks'

export type TakenClozes = { html: string; numbers: Set<number>; hasOddNumber: boolean }

const TOKEN = /\{\{c(\d{1,3})::|\}\}|::/g
const MAX_NUMBER = 99

type Open = { at: number; number: number; hasHint: boolean }

/**
 * Anki's clozes as marks: `{{c1::…}}` ends at the first `}}` that no inner cloze takes, and its last part after `::`
 * is the hint. One that is never closed is text.
 */
export function takeClozes(html: string): TakenClozes {
  const pieces: string[] = []
  const open: Open[] = []
  const numbers = new Set<number>()
  let hasOddNumber = false
  let at = 0
  const push = (text: string) => pieces.push(text) - 1
  for (const match of html.matchAll(TOKEN)) {
    push(html.slice(at, match.index))
    at = match.index + match[0].length
    const top = open.at(-1)
    if (match[1] !== undefined) {
      const number = Number(match[1])
      if (number < 1 || number > MAX_NUMBER) hasOddNumber = true
      open.push({ at: push(match[0]), number, hasHint: false })
    } else if (match[0] === '}}' && top) {
      open.pop()
      pieces[top.at] = CLOZE_OPEN + writeNumber(top.number)
      push(CLOZE_CLOSE)
      numbers.add(top.number)
    } else if (match[0] === '::' && top && !top.hasHint && isHint(html, at)) {
      top.hasHint = true
      push(CLOZE_HINT)
    } else push(match[0])
  }
  push(html.slice(at))
  return { html: pieces.join(''), numbers, hasOddNumber }
}

/** A hint holds no cloze: what follows up to the next `}}` must open none. */
function isHint(html: string, from: number): boolean {
  const end = html.indexOf('}}', from)
  return end !== -1 && !/\{\{c\d{1,3}::/.test(html.slice(from, end))
}
