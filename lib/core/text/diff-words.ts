/** A run of text that stayed, came or went. */
export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

const MAX_TOKENS = 1_500

/**
 * How one text became another, by words, numbers, signs and single Han characters: the longest common subsequence, in
 * time and memory bounded by the square of 1,500 tokens; longer texts are shown as wholly replaced.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const [a, b] = [tokensOf(before), tokensOf(after)]
  if (a.length > MAX_TOKENS || b.length > MAX_TOKENS) {
    return joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  }
  const lengths = commonLengths(a, b)
  const width = b.length + 1
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i++] })
      j++
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      parts.push({ kind: 'removed', text: a[i++] })
    } else parts.push({ kind: 'added', text: b[j++] })
  }
  while (i < a.length) parts.push({ kind: 'removed', text: a[i++] })
  while (j < b.length) parts.push({ kind: 'added', text: b[j++] })
  return joined(parts)
}

const TOKEN = /\s+|\p{Script=Han}|[\p{L}\p{N}_]+|./gsu
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

/** lengths[i * width + j]: of the longest common subsequence of a from i and b from j. */
function commonLengths(a: string[], b: string[]): Uint16Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
  }
  return lengths
}

/** Neighbours of a kind are one, and within a change what went comes before what came. */
function joined(parts: DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push({ kind: 'same', text })
    }
  }
  flush()
  return result.filter(({ text }) => text !== '')
}
