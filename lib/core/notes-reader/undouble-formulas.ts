/**
 * A formula that is copied from a page comes twice: as the letters that were shown and as the TeX that made them,
 * glued together (`yt=W[ht1,xt]+b\begin{aligned} y_t &= …`). The letters of both are the same, so the shown copy is
 * found by them and left out; TeX without dollar signs gets them. A longer line than MAX_LINE is left as it is.
 */
export type Undoubled = { text: string; rendered: string[] }

const MAX_LINE = 20_000
const ENVIRONMENTS =
  'aligned|align\\*?|equation\\*?|gather\\*?|gathered|split|cases|array|[pbvB]?matrix|alignedat|multline\\*?'
const BARE = new RegExp(`\\\\begin\\{(${ENVIRONMENTS})\\}|\\{\\\\(?:display|text)style\\b`, 'g')

export function undoubleFormulas(line: string): Undoubled {
  const rendered: string[] = []
  if (line.length > MAX_LINE) return { text: line, rendered }
  let text = withoutCopiesBesideDollars(line, rendered)
  if (!text.includes('\\begin{') && !text.includes('style')) return { text, rendered }
  let done = ''
  for (;;) {
    BARE.lastIndex = 0
    const found = findOutsideDollars(text)
    if (found === null) return { text: done + text, rendered }
    const { start, end, tex, isBlock } = found
    const before = withoutCopyAtEnd(text.slice(0, start), tex, rendered)
    const after = withoutCopyAtStart(text.slice(end), tex, rendered)
    done += isBlock ? `${before}$$${tex}$$` : `${before}$${tex}$`
    text = after
  }
}

type Bare = { start: number; end: number; tex: string; isBlock: boolean }

function findOutsideDollars(text: string): Bare | null {
  for (let match = BARE.exec(text); match; match = BARE.exec(text)) {
    const dollars = text.slice(0, match.index).match(/(?<!\\)\$/g)?.length ?? 0
    if (dollars % 2 === 1 || /\\[[(][^\])]*$/.test(text.slice(0, match.index))) continue
    if (match[1] !== undefined) {
      const close = `\\end{${match[1]}}`
      const end = text.indexOf(close, match.index)
      if (end === -1) continue
      const to = end + close.length
      return { start: match.index, end: to, tex: text.slice(match.index, to), isBlock: true }
    }
    const end = closingBrace(text, match.index)
    if (end === null) continue
    const tex = text.slice(match.index + match[0].length, end).trim()
    return { start: match.index, end: end + 1, tex, isBlock: false }
  }
  return null
}

function closingBrace(text: string, open: number): number | null {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return null
}

/** `ht$h_t$`: what was shown, directly before what made it. */
function withoutCopiesBesideDollars(line: string, rendered: string[]): string {
  if (!line.includes('$')) return line
  const parts = line.split(/(\$\$[^$]+\$\$|\$[^$]+\$)/)
  for (let at = 1; at < parts.length; at += 2) {
    const tex = parts[at].replaceAll('$', '')
    if (/\S$/.test(parts[at - 1])) parts[at - 1] = withoutCopyAtEnd(parts[at - 1], tex, rendered)
  }
  return parts.join('')
}

function withoutCopyAtEnd(before: string, tex: string, rendered: string[]): string {
  const wanted = lettersOfTex(tex)
  if (wanted.length < 2) return before
  let letters = ''
  let at = before.length
  while (at > 0 && letters.length < wanted.length) letters = lettersOf(before[--at]) + letters
  const glued = /[\p{L}\p{N}]$/u.test(before.slice(0, at)) && /^[a-z0-9]/i.test(before.slice(at))
  const isWord = glued && /[a-z0-9]$/i.test(before.slice(0, at))
  if (letters === wanted && !(isWord && wanted.length < 6)) {
    rendered.push(before.slice(at).trim())
    return before.slice(0, at)
  }
  return isNearlyACopy(before, wanted) ? (rendered.push(before.trim()), '') : before
}

function withoutCopyAtStart(after: string, tex: string, rendered: string[]): string {
  const wanted = lettersOfTex(tex)
  if (wanted.length < 4 || /^\s*$/.test(after)) return after
  let letters = ''
  let at = 0
  while (at < after.length && letters.length < wanted.length) letters += lettersOf(after[at++])
  if (letters !== wanted || /^[a-z0-9]/i.test(after.slice(at))) return after
  while (at < after.length && /[)\]}|]/.test(after[at])) at++
  rendered.push(after.slice(0, at).trim())
  return after.slice(at)
}

/** Fractions and sums are shown in another order than they are written: then most letters in common must do. */
function isNearlyACopy(before: string, wanted: string): boolean {
  const line = before.trim()
  if (!line.includes('=') || /[\s$\p{Script=Han}。，；]/u.test(line) || wanted.length < 6) return false
  const left = new Map<string, number>()
  for (const letter of wanted) left.set(letter, (left.get(letter) ?? 0) + 1)
  let common = 0
  const letters = lettersOf(line)
  for (const letter of letters) {
    const count = left.get(letter) ?? 0
    if (count > 0) common++
    left.set(letter, count - 1)
  }
  return common >= 0.8 * Math.max(letters.length, wanted.length)
}

const lettersOf = (text: string) => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')

const GREEK =
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω ell ℓ'
const GREEK_LETTERS = new Map(
  GREEK.split(' ').flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1]]] : [])),
)
const NAMED = new Set(
  'tanh sinh cosh sin cos tan log ln exp max min lim sup inf det dim arg argmax argmin gcd Pr'.split(' '),
)

/** The letters and digits that the TeX shows, in the order in which it is written. */
export function lettersOfTex(tex: string): string {
  const shown = tex
    .replace(/\\(?:begin|end)\s*\{[^}]*\}/g, ' ')
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => GREEK_LETTERS.get(name) ?? (NAMED.has(name) ? name : ' '))
  return lettersOf(shown)
}
