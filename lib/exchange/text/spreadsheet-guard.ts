/**
 * A spreadsheet runs a cell that begins like a formula. An apostrophe before it makes it text there; the reader takes
 * it off again, so that a cell which really begins so keeps its own.
 */
export const withGuard = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

export const withoutGuard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
