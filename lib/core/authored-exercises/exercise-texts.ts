import type { Localized } from '../content/content'
import type { Value } from '../formula-language/value'
import { plainValue, valueHtml } from './show-value'

/**
 * The texts of an authored exercise as they are stored: safe HTML, rendered once, when the note was saved, with one
 * character of the private use area for each value that is put in when it is shown.
 */
export type ExerciseTexts = {
  /** question, solution, hint:answer:n, slip:answer:key. */
  html: Record<string, Localized<string>>
  /** The formula of each hole, by its number. */
  holes: string[]
}

/** A hole where markup may stand. */
export const FIRST_HOLE = 0xe800
/** The same hole where only characters may: in an attribute, in MathML. */
export const FIRST_PLAIN_HOLE = 0xf000

export const hintKey = (answer: string, n: number) => `hint:${answer}:${n}`
export const slipKey = (answer: string, key: string) => `slip:${answer}:${key}`

/** The HTML with its values. A value that is missing leaves a dash: nothing else of the text is lost. */
export function fillHoles(html: string, values: readonly (Value | null)[]): string {
  return html.replace(/[\uE800-\uF7FF]/g, (character) => {
    const code = character.charCodeAt(0)
    const isPlain = code >= FIRST_PLAIN_HOLE
    const value = values[code - (isPlain ? FIRST_PLAIN_HOLE : FIRST_HOLE)] ?? null
    if (value === null) return '–'
    return isPlain ? plainValue(value) : valueHtml(value)
  })
}
