import Papa from 'papaparse'
import { withGuard } from './spreadsheet-guard'

/** Full-width signs begin a formula, too, where a spreadsheet reads them as their narrow forms. */
const FULL_WIDTH = /^['\s]*[＝＋－＠]/

/**
 * Rows of text and numbers for a spreadsheet: with the mark by which Excel knows UTF-8, and no text that would run as a
 * formula. Numbers stay numbers.
 */
export function writeTable(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell)))
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n' })}\r\n`
}

/** What a spreadsheet would trim before it looks is trimmed first. */
function guarded(cell: string): string {
  const text = cell.replace(/^[\s\u200b\u00a0]+/, '')
  return FULL_WIDTH.test(text) ? `'${text}` : withGuard(text)
}
