import type { Bilingual } from './bilingual'

export type ProblemCode =
  | 'unknown_cell'
  | 'unknown_option'
  | 'contradictory_options'
  | 'unknown_layout'
  | 'not_expressible'
  | 'missing'
  | 'unexpected'
  | 'bad_shape'
  | 'not_a_number'
  | 'not_finite'
  | 'too_large'
  | 'unknown_quantity'
  | 'out_of_range'

/** Why a request about a cell cannot be answered; `at` is the place in the request, as `weights.W_f[0][1]`. */
export type Problem = { code: ProblemCode; at?: string; message: Bilingual }

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = (
  code: ProblemCode,
  en: string,
  zh: string,
  at?: string,
): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, message: { en, zh }, ...(at === undefined ? {} : { at }) },
})
