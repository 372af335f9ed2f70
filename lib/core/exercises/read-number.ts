/**
 * Reads one number as a person writes it by hand or with any keyboard: 0.62, 0,62, ０．６２, 0。62, 0 . 62, −0.3, 1e-3,
 * 10^-3, 1.2 × 10⁻³, 1/3, ⅓, 1 1/2 (one and a half), 62%. What is refused gets a reason, which the page words in the reader's
 * language. Peers refuse or misread several of these: see the complaints gathered under "slips" in the design.
 */
export type NotANumber =
  | 'empty'
  | 'too-long'
  | 'several-numbers' // 1,2,3 or 0.1 0.2
  | 'mixed-separators' // 1,234.5: is the comma a thousand or a decimal?
  | 'unit' // 8 cm
  | 'not-finite' // ∞, 1/0, 1e999
  | 'unreadable'

export type ReadNumber = { ok: true; value: number } | { ok: false; reason: NotANumber }

const MAX_LENGTH = 64

/** Vulgar fractions, before Unicode's own folding turns 1½ into 11/2. */
const VULGAR: Record<string, string> = {
  '¼': '1/4',
  '½': '1/2',
  '¾': '3/4',
  '⅐': '1/7',
  '⅑': '1/9',
  '⅒': '1/10',
  '⅓': '1/3',
  '⅔': '2/3',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
}
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺'
const SUPERSCRIPT_VALUES = '0123456789-+'

// Phones put a space after a full stop. A space before it alone may be two numbers (0 .5), and a comma is a list (0, 5).
const SPACED_POINT = /(\d) ?\. (?=\d)/g

const DECIMAL = String.raw`(?:\d+(?:[.,]\d*)?|[.,]\d+)`
const SIGN = String.raw`([+-]?)\s*`
const TEN_TO = String.raw`10\s*\^\s*[({]?\s*([+-]?\s*\d+)\s*[)}]?`

const PLAIN = new RegExp(`^${SIGN}(${DECIMAL})(?:\\s*e\\s*([+-]?\\s*\\d+))?$`)
const TIMES_TEN_TO = new RegExp(`^${SIGN}(?:(${DECIMAL})\\s*[*x]\\s*)?${TEN_TO}$`)
const FRACTION = new RegExp(`^${SIGN}(?:(\\d+)\\s+)?(${DECIMAL})\\s*/\\s*(${DECIMAL})$`)

/**
 * @param typed what stands in the box
 * @returns the number, finite, or the reason why it is not one. Never throws.
 */
export function readNumber(typed: string): ReadNumber {
  if (typed.length > MAX_LENGTH) return refused('too-long')
  const text = fold(typed)
  if (text === '') return refused('empty')
  if (text.endsWith('%')) return finite(valueOf(text.slice(0, -1).trim()), (value) => value / 100, text)
  return finite(valueOf(text), (value) => value, text)
}

/** One spelling for every sign, digit, space and operator. */
function fold(typed: string): string {
  return typed
    .replace(/[¼½¾⅐-⅞]/g, (character) => ` ${VULGAR[character] ?? character}`)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+/g, (run) => `^${[...run].map(plainDigit).join('')}`)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060]/g, '')
    .replace(/\^\^|\*\*/g, '^')
    .replace(/[‐‑‒–—―−﹣]/g, '-')
    .replace(/⁄|÷/g, '/')
    .replace(/[×·⋅∙•]/g, '*')
    .replace(/。/g, '.')
    .replace(/、/g, ',')
    .replace(/\s+/g, ' ')
    .replace(SPACED_POINT, '$1.')
    .trim()
    .toLowerCase()
}

const plainDigit = (superscript: string) => SUPERSCRIPT_VALUES[SUPERSCRIPTS.indexOf(superscript)]

function valueOf(text: string): number | null {
  const plain = PLAIN.exec(text)
  if (plain) return Number(`${plain[1]}${decimal(plain[2])}e${tight(plain[3] ?? '0')}`)
  const power = TIMES_TEN_TO.exec(text)
  if (power) return Number(`${power[1]}${decimal(power[2] ?? '1')}e${tight(power[3])}`)
  const fraction = FRACTION.exec(text)
  if (!fraction) return null
  const [, sign, whole, above, below] = fraction
  // 1 1.5/2 is no mixed number, and a whole part asks for a proper numerator of digits.
  if (whole !== undefined && !/^\d+$/.test(above)) return null
  const size = Number(whole ?? 0) + Number(decimal(above)) / Number(decimal(below))
  return sign === '-' ? -size : size
}

const decimal = (digits: string) => digits.replace(',', '.')
const tight = (exponent: string) => exponent.replace(/\s/g, '')

function finite(value: number | null, scale: (value: number) => number, text: string): ReadNumber {
  if (value === null) return refused(reasonFor(text))
  const scaled = scale(value)
  return Number.isFinite(scaled) ? { ok: true, value: scaled } : refused('not-finite')
}

function reasonFor(text: string): NotANumber {
  if (/∞|^[+-]?\s*inf(inity)?$|^nan$|无穷/.test(text)) return 'not-finite'
  if (/^[+-]?[\d.,\s]*\d\s*[a-zµ°℃"'\p{Script=Han}]+[²³]?$/u.test(text)) return 'unit'
  if (/,/.test(text) && /\./.test(text) && (text.match(/[.,]/g) ?? []).length === 2 && !/\s/.test(text))
    return 'mixed-separators'
  if ((text.match(/\d+(?:[.,]\d+)?/g) ?? []).length > 1 && /^[\d.,;\s+\-/()[\]]+$/.test(text))
    return 'several-numbers'
  return 'unreadable'
}

const refused = (reason: NotANumber): ReadNumber => ({ ok: false, reason })
