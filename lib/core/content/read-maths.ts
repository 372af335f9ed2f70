/**
 * What somebody meant by a line of maths, whether typed as TeX (`f_t * \tanh(C_{t-1})`), plainly (`ft*tanh C_t-1`) or
 * with signs (`fₜ ⊙ tanh(Cₜ₋₁)`): a text that is the same for all of these. Sums and products are put in order, so
 * that `a*b + c` is `c + b a`. It knows notation, not algebra. Null for what is not maths.
 */
export function readMaths(input: string): { left: string | null; right: string } | null {
  if (input.length > MAX_LENGTH) return null
  const tokens = tokenize(plainSigns(input))
  if (tokens === null || tokens.length === 0) return null
  const equals = tokens.findIndex((token) => token.kind === 'sign' && token.text === '=')
  if (equals === -1) {
    const right = readWhole(tokens)
    return right === null ? null : { left: null, right }
  }
  const left = readWhole(tokens.slice(0, equals))
  const right = readWhole(tokens.slice(equals + 1))
  return left === null || right === null ? null : { left, right }
}

const MAX_LENGTH = 500
const FUNCTIONS = new Set([
  'tanh',
  'σ',
  'relu',
  'exp',
  'log',
  'ln',
  'softmax',
  'diag',
  'sin',
  'cos',
  'max',
  'min',
])
const ALIASES: Record<string, string> = { sigma: 'σ', sigmoid: 'σ', sigm: 'σ', logistic: 'σ' }
const TIMES = new Set(['cdot', 'times', 'ast', 'odot', 'circ'])
const SILENT = new Set(['left', 'right', 'big', 'bigl', 'bigr', 'quad', 'qquad', 'displaystyle', 'limits'])
const WRAPPERS = new Set([
  'mathrm',
  'mathbf',
  'mathit',
  'boldsymbol',
  'operatorname',
  'text',
  'textrm',
  'mathbb',
])
const ACCENTS: Record<string, string> = {
  tilde: '~',
  widetilde: '~',
  hat: '^',
  widehat: '^',
  bar: '-',
  overline: '-',
}

/** Signs of typography to those of a keyboard: subscripts to `_{}`, full-width to ordinary, any dot to `*`. */
function plainSigns(input: string): string {
  return input
    .replace(/[₀-₎ₐ-ₜᵢᵣᵤᵥⱼ]+/g, (run) => `_{${run.normalize('NFKC')}}`)
    .replace(/[⁰¹²³⁴-⁾ᵀ]+/g, (run) => `^{${run.normalize('NFKC')}}`)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/([a-z])\u0303/g, '\\tilde{$1}')
    .replace(/[−–—]/g, '-')
    .replace(/[×·⋅⊙∘∗•⊗]/g, '*')
    .replace(/ς/g, 'σ')
    .replace(/\$|\\[,;:! ]|\\$/g, ' ')
}

type Token = { kind: 'name' | 'function' | 'number' | 'sign'; text: string; spaced: boolean }

function tokenize(text: string): Token[] | null {
  const tokens: Token[] = []
  let at = 0
  let spaced = false
  const push = (kind: Token['kind'], value: string) => {
    tokens.push({ kind, text: value, spaced })
    spaced = false
  }
  const pushWord = (word: string) => {
    const name = ALIASES[word] ?? word
    if (FUNCTIONS.has(name)) push('function', name)
    else if (/^[a-z]tilde$/.test(name)) push('name', `~${name[0]}`)
    // "ht" and "wf" are h_t and W_f; a longer word is one name.
    else push('name', name.length === 2 ? `${name[0]}_${name[1]}` : name)
  }
  while (at < text.length) {
    const rest = text.slice(at)
    const word = /^[a-z]+/.exec(rest)?.[0]
    const number = /^\d+(?:\.\d+)?|^\.\d+/.exec(rest)?.[0]
    const command = /^\\([a-z]+)/.exec(rest)
    if (/^\s/.test(rest)) {
      spaced = true
      at++
    } else if (command) {
      at += command[0].length
      const name = command[1]
      if (SILENT.has(name) || WRAPPERS.has(name)) continue
      if (TIMES.has(name)) push('sign', '*')
      else if (name === 'to' || name === 'rightarrow') push('sign', '>')
      else if (name === 'frac') return null
      else if (ACCENTS[name]) {
        const inner = /^\s*(?:\{\s*([a-zσ])\s*\}|([a-z]))/.exec(text.slice(at))
        if (!inner) return null
        at += inner[0].length
        push('name', ACCENTS[name] + (inner[1] ?? inner[2]))
      } else pushWord(name)
    } else if (word) {
      at += word.length
      pushWord(word)
    } else if (number) {
      at += number.length
      push('number', String(Number(number)))
    } else if (rest[0] === 'σ') {
      at++
      push('function', 'σ')
    } else if (rest[0] === '→' || rest.startsWith('->')) {
      at += rest[0] === '→' ? 1 : 2
      push('sign', '>')
    } else if (rest[0] === '~') {
      const last = tokens.at(-1)
      if (last?.kind === 'name' && !last.text.startsWith('~')) last.text = `~${last.text}`
      else if (/^~[a-z]/.test(rest)) {
        push('name', rest.slice(0, 2))
        at++
      }
      at++
    } else if ('+-*/^=()[]{},;_>'.includes(rest[0])) {
      at++
      push('sign', rest[0] === ';' ? ',' : rest[0])
    } else return null
  }
  return tokens
}

/** A recursive descent over at most MAX_LENGTH tokens. Every node is its canonical text. */
function readWhole(tokens: Token[]): string | null {
  let at = 0
  const isSign = (text: string, ahead = 0) => {
    const token = tokens[at + ahead]
    return token?.kind === 'sign' && token.text === text
  }
  const take = (text: string) => isSign(text) && (at++, true)

  function sum(): string | null {
    const terms: string[] = []
    let sign = take('-') ? '-' : (take('+'), '')
    for (;;) {
      const term = product()
      if (term === null) return null
      terms.push(sign + term)
      if (take('+')) sign = ''
      else if (take('-')) sign = '-'
      else if (take('>')) {
        const after: string | null = sum()
        return after === null ? null : `${joined(terms, '+')}>${after}`
      } else return joined(terms, '+')
    }
  }

  function product(): string | null {
    const factors: string[] = []
    for (;;) {
      const inverse = factors.length > 0 && take('/')
      if (!inverse) take('*')
      const factor = power()
      if (factor === null) return null
      factors.push(inverse ? `1/${factor}` : factor)
      const next = tokens[at]
      const goesOn =
        next !== undefined &&
        (next.kind !== 'sign' || '*/(['.includes(next.text) || (next.text === '{' && factors.length > 0))
      if (!goesOn) return joined(factors, ' ')
    }
  }

  function power(): string | null {
    const base = atom()
    if (base === null || !take('^')) return base
    const exponent = atom()
    return exponent === null ? null : `${base}^${exponent}`
  }

  function atom(): string | null {
    const token = tokens[at]
    if (token === undefined) return null
    if (token.kind === 'number') {
      at++
      return token.text
    }
    if (token.kind === 'function') {
      at++
      const next = tokens[at]
      const hasArgument = next !== undefined && (next.kind !== 'sign' || '([{'.includes(next.text))
      if (!hasArgument) return token.text
      const argument = power()
      return argument === null ? null : `${token.text}(${argument})`
    }
    if (token.kind === 'name') {
      at++
      return name(token.text)
    }
    for (const [open, close] of BRACKETS) {
      if (!take(open)) continue
      const items: string[] = []
      do {
        const item = sum()
        if (item === null) return null
        items.push(item)
      } while (take(','))
      if (!take(close)) return null
      if (items.length > 1 || open === '[') return `[${items.join(',')}]`
      return items[0]
    }
    return null
  }

  /** `h`, `h_t`, `h_{t-1}`, `h_t-1` without a space, `C_tilde`. */
  function name(text: string): string | null {
    let base = text
    let index = ''
    const known = /^(.+)_(.+)$/.exec(text)
    if (known) [base, index] = [known[1], known[2]]
    while (take('_')) {
      const group = isSign('{') || isSign('(') ? subscriptGroup() : subscriptToken()
      if (group === null) return null
      if (group === 'tilde') base = `~${base}`
      else index += group
    }
    if (index === 't' && (isSign('-') || isSign('+')) && !tokens[at].spaced) {
      const step = tokens[at + 1]
      if (step?.kind === 'number' && !step.spaced) {
        index += tokens[at].text + step.text
        at += 2
      }
    }
    return index === '' ? base : `${base}_${index}`
  }

  function subscriptGroup(): string | null {
    const close = tokens[at++].text === '{' ? '}' : ')'
    let text = ''
    while (at < tokens.length && !isSign(close)) text += tokens[at++].text.replace('_', '')
    return take(close) ? text : null
  }

  function subscriptToken(): string | null {
    const token = tokens[at]
    if (token === undefined || token.kind === 'sign') return null
    at++
    return token.text.replace('_', '')
  }

  const result = sum()
  return result !== null && at === tokens.length ? result : null
}

const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const

/** Neither a sum nor a product minds its order; one part alone needs no brackets. */
function joined(parts: string[], by: string): string {
  return parts.length === 1 ? parts[0] : `{${[...parts].sort().join(by)}}`
}
