/**
 * Clozes: `{{c1::hidden text::hint}}`. They may be nested, stand in the middle of a formula, and share a number (then
 * they are hidden together). Braces inside are counted, so `{{c1::h_{t-1}}}` hides `h_{t-1}`; `\{` and `\}` are not
 * counted, and a backslash before `{{c1::` makes it plain text.
 */
export type ClozePart =
  | { kind: 'text'; text: string; at: number }
  | { kind: 'cloze'; number: number; hint: string | null; parts: ClozePart[]; at: number }

export type ClozeProblem = { code: 'cloze-unclosed' | 'cloze-empty' | 'cloze-too-deep'; at: number }

export type ParsedCloze = { parts: ClozePart[]; problems: ClozeProblem[] }

const MAX_DEPTH = 8
const OPENING = /\{\{c([1-9]\d?)::/y

/** The parts of a text in order; `at` is an offset into `source` in UTF-16 units. Never throws; linear in length. */
export function parseCloze(source: string): ParsedCloze {
  const problems: ClozeProblem[] = []
  let position = 0

  function readParts(depth: number): ClozePart[] {
    const parts: ClozePart[] = []
    let text = ''
    let textAt = position
    let braces = 0
    const flush = () => {
      if (text !== '') parts.push({ kind: 'text', text, at: textAt })
      text = ''
    }
    while (position < source.length) {
      if (source[position] === '\\' && position + 1 < source.length) {
        text += source.slice(position, position + 2)
        position += 2
        continue
      }
      OPENING.lastIndex = position
      const opening = OPENING.exec(source)
      if (opening) {
        if (depth < MAX_DEPTH) {
          flush()
          parts.push(readCloze(Number(opening[1]), opening[0].length, depth))
          textAt = position
          continue
        }
        problems.push({ code: 'cloze-too-deep', at: position })
      }
      if (depth > 0 && braces === 0) {
        if (source.startsWith('}}', position) || source.startsWith('::', position)) break
      }
      const character = source[position]
      if (character === '{') braces++
      else if (character === '}' && braces > 0) braces--
      text += character
      position++
    }
    flush()
    return parts
  }

  function readCloze(number: number, openingLength: number, depth: number): ClozePart {
    const at = position
    position += openingLength
    const parts = readParts(depth + 1)
    let hint: string | null = null
    if (source.startsWith('::', position)) {
      position += 2
      const from = position
      let braces = 0
      while (position < source.length) {
        if (source[position] === '\\' && position + 1 < source.length) position++
        else if (source[position] === '{') braces++
        else if (braces === 0 && source.startsWith('}}', position)) break
        else if (source[position] === '}' && braces > 0) braces--
        position++
      }
      hint = source.slice(from, position).trim() || null
    }
    if (source.startsWith('}}', position)) position += 2
    else problems.push({ code: 'cloze-unclosed', at })
    if (parts.every((part) => part.kind === 'text' && part.text.trim() === '')) {
      problems.push({ code: 'cloze-empty', at })
    }
    return { kind: 'cloze', number, hint, parts, at }
  }

  return { parts: readParts(0), problems }
}

/** The numbers in use, ascending, each once. */
export function clozeNumbers(parts: ClozePart[]): number[] {
  const numbers = new Set<number>()
  const visit = (list: ClozePart[]) => {
    for (const part of list) {
      if (part.kind === 'text') continue
      numbers.add(part.number)
      visit(part.parts)
    }
  }
  visit(parts)
  return [...numbers].sort((a, b) => a - b)
}

/** The text with every cloze opened: what is left when nothing is asked. */
export function openCloze(parts: ClozePart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : openCloze(part.parts))).join('')
}
