import { isFunctionName } from './formula-functions'
import { FORMULA_LIMITS } from './formula-limits'

const NAME = /^\p{L}[\p{L}\p{N}_]*$/u

/** Names that would be mistaken for something of a language, were they ever to stand in one. */
const RESERVED = new Set(['this', 'constructor', 'prototype', '__proto__'])

/** Whether authors may call a value that: letters of any script, digits and underscores, and no function's name. */
export const isName = (name: string): boolean =>
  name.length <= FORMULA_LIMITS.name && NAME.test(name) && !isFunctionName(name) && !RESERVED.has(name)
