import { CLOZE_CLOSE, CLOZE_HINT, CLOZE_OPEN } from './marks'

/**
 * MathJax's TeX as KaTeX in Markdown reads it: on one line, since a line of a formula could pass for a list, and
 * without dollars, which would end it.
 */
export function texInMarkdown(tex: string): string {
  return tex
    .replace(/(^|[^\\])%[^\n]*(?=\n|$)/g, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\\\$/g, '\\text{\\textdollar}')
    .replace(/\$([^$]*)\$/g, '\\($1\\)')
    .replace(/\$/g, '')
    .replace(/\\(begin|end)\{(?:eqnarray)(\*?)\}/g, '\\$1{align$2}')
    .replace(/\\require\{[^}]*\}/g, '')
    .replace(/\u00A0/g, ' ')
    .trim()
}

/** Anki ends a cloze at its first `}}`, so `{{c1::h_{t-1}}}` hides one brace too few: it is given back. */
export function withWholeClozes(tex: string): string {
  let text = tex
  for (let from = text.indexOf(CLOZE_CLOSE); from !== -1; from = text.indexOf(CLOZE_CLOSE, from + 1)) {
    const start = text.lastIndexOf(CLOZE_OPEN, from)
    if (start === -1) continue
    const inner = text.slice(start, from)
    const isHinted = inner.includes(CLOZE_HINT)
    const missing = isHinted ? 0 : openBraces(inner)
    const after = text.slice(from + 1)
    if (missing > 0 && after.startsWith('}'.repeat(missing))) {
      text = text.slice(0, from) + '}'.repeat(missing) + CLOZE_CLOSE + after.slice(missing)
      from += missing
    }
  }
  return text
}

export function openBraces(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '{') depth++
    else if (text[i] === '}') depth--
  }
  return depth
}
