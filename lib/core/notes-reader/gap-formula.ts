/**
 * A formula with gaps: each line of an aligned environment hides its right side under a number of its own, so that a
 * forward pass is asked line by line. Null where there is nothing to hide, or where braces do not pair (then a gap
 * could not be closed).
 */
export function gapFormula(tex: string): { tex: string; gaps: number } | null {
  const environment =
    /^(\\begin\{(?:aligned|align\*?|gathered|gather\*?|split|alignedat)\})([\s\S]*)(\\end\{[a-z*]+\})$/.exec(
      tex.trim(),
    )
  const rows = environment === null ? [tex.trim()] : splitRows(environment[2])
  let gaps = 0
  const asked = rows.map((row) => {
    const equals = /^(\s*[^=]*?&?\s*=\s*)([^=\s][\s\S]*?)(\s*)$/.exec(row)
    if (equals === null || gaps === 99) return row
    const [, left, right, space] = equals
    if (right.includes('::') || !hasPairedBraces(right) || !hasPairedBraces(left)) return row
    gaps++
    const end = /[,.，。]$/.exec(right)?.[0] ?? ''
    const body = end === '' ? right : right.slice(0, -1)
    // A gap that ends in a brace keeps a space before its own, so that they are not read together.
    return `${left}{{c${gaps}::${body}${body.endsWith('}') ? ' ' : ''}}}${end}${space}`
  })
  if (gaps === 0) return null
  const body = asked.join('\\\\')
  return { tex: environment === null ? body : `${environment[1]}${body}${environment[3]}`, gaps }
}

/** By `\\` outside braces and inner environments. */
function splitRows(body: string): string[] {
  const rows: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < body.length; at++) {
    if (body.startsWith('\\begin{', at)) depth++
    else if (body.startsWith('\\end{', at)) depth--
    if (body[at] === '\\') {
      if (body[at + 1] === '\\' && depth === 0) {
        rows.push(body.slice(from, at))
        from = at + 2
      }
      at++
    } else if (body[at] === '{') depth++
    else if (body[at] === '}') depth--
  }
  rows.push(body.slice(from))
  return rows
}

function hasPairedBraces(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth < 0) return false
  }
  return depth === 0
}
