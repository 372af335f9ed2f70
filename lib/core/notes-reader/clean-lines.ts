import { findFurniture } from './find-furniture'
import type { DroppedLine, Line } from './proposal'
import { undoubleFormulas } from './undouble-formulas'

export type CleanLines = {
  lines: Line[]
  dropped: DroppedLine[]
  /** Lines whose formula stood there twice. */
  undoubled: Set<number>
}

const INVISIBLE = /[\u200B-\u200F\u2060-\u2064\uFEFF\u00AD]/g
const BULLET = /^(\s*)[•◦▪▫●○■□‣⁃∙➢➤✓–—·*+](?=\s+\S)\s+/

/** Text as it was pasted, with its furniture and second copies left out; numbers stay those of the paste. */
export function cleanLines(source: string): CleanLines {
  const lines: Line[] = []
  const dropped: DroppedLine[] = []
  const undoubled = new Set<number>()
  let isCode = false
  source.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const number = index + 1
    if (/^\s*(?:```|~~~)/.test(raw)) isCode = !isCode
    if (isCode) return lines.push({ number, text: raw })
    const text = raw
      .replace(INVISIBLE, '')
      .replace(/[\u00A0\u2002-\u200A\u202F\u3000]/g, ' ')
      .replace(/\t/g, '    ')
      .replace(/ {40,}/g, ' '.repeat(40))
      .replace(BULLET, '$1- ')
      .replace(/\\\[(.+?)\\\]/g, (_, tex: string) => `$$${tex.trim()}$$`)
      .replace(/\\\((.+?)\\\)/g, (_, tex: string) => `$${tex.trim()}$`)
      .trimEnd()
    const why = findFurniture(text)
    if (why !== null) {
      dropped.push({ line: number, text: text.trim(), why })
      return lines.push({ number, text: '' })
    }
    const formula = undoubleFormulas(text)
    for (const copy of formula.rendered) dropped.push({ line: number, text: copy, why: 'rendered-formula' })
    if (formula.rendered.length > 0) undoubled.add(number)
    return lines.push({ number, text: formula.text })
  })
  return { lines: withoutRepeatedTitle(lines, dropped), dropped, undoubled }
}

/** A page's title stands above it and at its head: the first of two equal lines with nothing between them goes. */
function withoutRepeatedTitle(lines: Line[], dropped: DroppedLine[]): Line[] {
  const written = lines.filter((line) => line.text.trim() !== '').slice(0, 2)
  const [first, second] = written
  if (first === undefined || second === undefined) return lines
  const plain = (line: Line) => line.text.replace(/^#+\s*/, '').trim()
  if (plain(first) !== plain(second)) return lines
  dropped.push({ line: first.number, text: first.text, why: 'repeated-title' })
  return lines.map((line) => (line === first ? { ...line, text: '' } : line))
}
