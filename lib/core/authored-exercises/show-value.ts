import { shown } from '../lab/shown'
import { isMatrix, isNumber, type Value } from '../formula-language/value'

/** A value in one line of plain characters: 0.5, (0.5, −1), [1, 2; 3, 4]. */
export function plainValue(value: Value): string {
  if (isNumber(value)) return shown(value)
  if (isMatrix(value)) return `[${value.map((row) => row.map(shown).join(', ')).join('; ')}]`
  return `(${value.map((entry) => (isNumber(entry) ? shown(entry) : '')).join(', ')})`
}

/**
 * A value as HTML that may stand in a sentence or in a formula that KaTeX has set: digits, and brackets drawn by the
 * style sheet. A vector is a column, as on paper.
 */
export function valueHtml(value: Value): string {
  if (isNumber(value)) return `<span class="drawn">${shown(value)}</span>`
  const rows = isMatrix(value) ? value : value.flatMap((entry) => (isNumber(entry) ? [[entry]] : []))
  const cells = rows.map(
    (row) => `<span class="drawn-row">${row.map((entry) => `<span>${shown(entry)}</span>`).join('')}</span>`,
  )
  return `<span class="drawn drawn-matrix" role="img" aria-label="${plainValue(value)}">${cells.join('')}</span>`
}
