import type { CellModule, CellOptions } from './cell'
import { elman } from './elman'
import { gru } from './gru'
import { jordan } from './jordan'
import { lstm } from './lstm'

/** Every cell that the house knows. Adding one is a file and a line here. */
const modules: CellModule[] = [elman, jordan, lstm, gru]

/** All cells, in the order in which they are taught. */
export const listCells = (): readonly CellModule[] => modules

/** The cell of that id, or null. */
export const findCell = (id: string): CellModule | null => modules.find((cell) => cell.id === id) ?? null

/** The cell of that id; throws when there is none (use findCell for what a person typed). */
export function getCell(id: string): CellModule {
  const cell = findCell(id)
  if (cell === null) throw new Error(`There is no cell ${id}`)
  return cell
}

/** The cell's options with every absent one at its default, the notes' form. */
export function withDefaults(cell: CellModule, options: CellOptions = {}): CellOptions {
  return { ...Object.fromEntries(cell.options.map(({ id, fallback }) => [id, fallback])), ...options }
}
