// Signs of Unicode's private area stand for what must pass through HTML and Markdown untouched. Whatever an author's
// own text has from that area is taken out first, so none of these can be forged.
export const CLOZE_OPEN = '\uE100' // followed by CLOZE_FIRST + number
export const CLOZE_HINT = '\uE101'
export const CLOZE_CLOSE = '\uE102'
export const FORMULA_OPEN = '\uE103' // followed by FORMULA_FIRST + index, in base 1024
export const FORMULA_CLOSE = '\uE104'
export const BRACE_OPEN = '\uE105'
export const BRACE_CLOSE = '\uE106'
const NUMBERS = 0xe200
const BASE = 0x400

export const withoutMarks = (text: string): string =>
  // Also what no text may hold: controls but tab and line feed, and halves of surrogate pairs.
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F\uE000-\uF8FF\uFFFE\uFFFF]/g, '')
    .toWellFormed()

export function writeNumber(value: number): string {
  const low = String.fromCharCode(NUMBERS + (value % BASE))
  return value < BASE ? low : writeNumber(Math.floor(value / BASE)) + low
}

export const readNumber = (text: string): number =>
  [...text].reduce((sum, sign) => sum * BASE + (sign.charCodeAt(0) - NUMBERS), 0)
