import { readNumber, type NotANumber } from '../../exercises/read-number'

/** One box as it came: a number, or what stands in it. */
export type TypedAnswer = number | string

export type ReadAnswer =
  | { state: 'read'; value: number; decimals: number | null }
  | { state: 'empty' }
  | { state: 'not-a-number'; reason: NotANumber }

/** Reads one box. `decimals` is how precisely it was written; null where that cannot be said (a fraction). */
export function readAnswer(answer: TypedAnswer): ReadAnswer {
  if (typeof answer === 'number') {
    return Number.isFinite(answer)
      ? { state: 'read', value: answer, decimals: decimalsOf(String(answer)) }
      : { state: 'not-a-number', reason: 'not-finite' }
  }
  const read = readNumber(answer)
  if (read.ok)
    return { state: 'read', value: read.value, decimals: decimalsOf(answer.normalize('NFKC').trim()) }
  return read.reason === 'empty' ? { state: 'empty' } : { state: 'not-a-number', reason: read.reason }
}

function decimalsOf(text: string): number | null {
  const plain = /^[^\d.,。]*\d*(?:[.,。](\d*))?$/.exec(text)
  return plain ? (plain[1] ?? '').length : null
}
