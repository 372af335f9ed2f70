const GREEK = new Set(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega'.split(
    ' ',
  ),
)
const ACCENTS: Record<string, string | undefined> = { tilde: '\\tilde', hat: '\\hat', bar: '\\bar' }

/** How a name is set when its author says nothing else: a_f → a_{f}, C_tilde → \tilde{C}, h_prev → h_{\mathrm{prev}}. */
export function texOfName(name: string): string {
  const [base, ...rest] = name.split('_').filter((part) => part !== '')
  const digits = /^(\p{L}+)(\p{N}+)$/u.exec(base)
  const parts = digits ? [digits[2], ...rest] : rest
  let tex = word(digits ? digits[1] : base)
  const indices: string[] = []
  for (const part of parts) {
    const accent = ACCENTS[part]
    if (accent === undefined) indices.push(word(part))
    else tex = `${accent}{${tex}}`
  }
  return indices.length === 0 ? tex : `${tex}_{${indices.join(',')}}`
}

function word(part: string): string {
  if (GREEK.has(part)) return `\\${part}`
  if (/^\p{N}+$/u.test(part) || part.length === 1)
    return /^[\x20-\x7e]$|^\d+$/.test(part) ? part : `\\text{${part}}`
  return /^[a-zA-Z0-9]+$/.test(part) ? `\\mathrm{${part}}` : `\\text{${part}}`
}
