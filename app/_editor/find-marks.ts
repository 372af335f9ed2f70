/** Where something is wrong in a text: from its place to the end of what stands there. */
export type Mark = { from: number; to: number }

/**
 * Problems as ranges of the text, to be underlined: from line and column (both from 1) to the next space or the end of
 * the line, at least one character, ascending and apart.
 */
export function findMarks(text: string, places: { line: number; column: number }[]): Mark[] {
  const marks: Mark[] = []
  const offsets = places.map((place) => offsetOf(text, place)).sort((a, b) => a - b)
  for (const from of offsets) {
    const last = marks[marks.length - 1]
    if (last && from < last.to) continue
    const end = text.slice(from).search(/\s/)
    const to = Math.max(from + 1, end === -1 ? text.length : from + end)
    if (from < text.length) marks.push({ from, to: Math.min(to, text.length) })
    else if (text.length > 0 && (last === undefined || last.to < text.length))
      marks.push({ from: text.length - 1, to: text.length })
  }
  return marks
}

export function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  let from = 0
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', from)
    if (end === -1) return text.length
    from = end + 1
  }
  return Math.min(text.length, from + column - 1)
}
