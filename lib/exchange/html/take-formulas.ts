import { CLOZE_CLOSE, CLOZE_OPEN, FORMULA_CLOSE, FORMULA_OPEN, writeNumber } from './marks'
import { textOfHtml } from './text-of-html'

export type TakenFormula = { tex: string; isDisplay: boolean }

// MathJax's brackets, and Anki's three of LaTeX. Each ends at its first closing sign.
const FORMULA =
  /\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\]|\[\$\$\]([\s\S]*?)\[\/\$\$\]|\[\$\]([\s\S]*?)\[\/\$\]|\[latex\]([\s\S]*?)\[\/latex\]/gi

/** Formulas of an Anki field leave its HTML before anything else reads it; each leaves a numbered mark. */
export function takeFormulas(html: string): { html: string; formulas: TakenFormula[] } {
  const formulas: TakenFormula[] = []
  const put = (tex: string, isDisplay: boolean): string => {
    const plain = tex.trim()
    if (plain.replace(/[\uE100-\uE6FF\s]/g, '') === '') return tex
    formulas.push({ tex: plain, isDisplay })
    return FORMULA_OPEN + writeNumber(formulas.length - 1) + FORMULA_CLOSE
  }
  const changed = html.replace(FORMULA, (whole, ...parts: (string | undefined)[]) => {
    const [inline, display, latexDisplay, latexInline, latex] = parts
    const inner = inline ?? display ?? latexDisplay ?? latexInline ?? latex ?? ''
    if (!isBalanced(inner)) return whole
    const tex = textOfHtml(inner)
    if (latex !== undefined) return readLatex(tex, put)
    return put(tex, display !== undefined || latexDisplay !== undefined)
  })
  return { html: changed, formulas }
}

/** A cloze that begins in a formula must end in it, or the formula is text. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === CLOZE_OPEN) depth++
    else if (sign === CLOZE_CLOSE && --depth < 0) return false
  }
  return depth === 0
}

/** `[latex]` holds text in which formulas stand between dollars, or one environment. */
function readLatex(text: string, put: (tex: string, isDisplay: boolean) => string): string {
  const whole = /^\s*\\begin\{(displaymath|equation\*?|math)\}([\s\S]*)\\end\{\1\}\s*$/.exec(text)
  if (whole) return put(whole[2], whole[1] !== 'math')
  if (/^\s*\\begin\{(?:align|gather|eqnarray|multline)\*?\}/.test(text)) return put(text, true)
  const MATH = /\$\$([\s\S]+?)\$\$|\$([\s\S]+?)\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)/g
  const matches = [...text.matchAll(MATH)]
  if (matches.length === 0) return put(text, false)
  let at = 0
  let html = ''
  for (const match of matches) {
    html += escaped(text.slice(at, match.index))
    const display = match[1] ?? match[3]
    html += put(display ?? match[2] ?? match[4] ?? '', display !== undefined)
    at = match.index + match[0].length
  }
  return html + escaped(text.slice(at))
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
