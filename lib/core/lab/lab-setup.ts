import { getCell, listCells, withDefaults } from '../cells/registry'
import type { CellModule, CellOptions } from '../cells/cell'

/**
 * Everything that the lab's screen shows follows from this, and all of it stands in the link: opened by anybody, in
 * either language, the link gives the same screen.
 */
export type LabSetup = {
  cell: string
  options: CellOptions
  H: number
  I: number
  O: number
  T: number
  /** Draws every number that is not edited. */
  seed: string
  /** The first states are zero, as the notes begin, instead of drawn. */
  startsAtZero: boolean
  /** Numbers typed by hand, by place: `W_f.0.1`, `b_f.0`, `x.2.0` (step from 0), `h0.1`. */
  edits: Record<string, number>
  /** Quantities held at 0 or 1 at every step. */
  clamps: Record<string, 0 | 1>
  /** The step looked at, from 1. */
  t: number
  /** The quantity looked at. */
  part: string
}

export const LAB_LIMITS = { size: 8, steps: 12, edits: 200 } as const

/** The setup that a cell is first met with. */
export function firstSetup(cellId: string, seed: string): LabSetup {
  const cell = getCell(cellId)
  const options = withDefaults(cell)
  const { H, I, O } = cell.defaults
  return {
    cell: cell.id,
    options,
    H,
    I,
    O,
    T: 3,
    seed,
    startsAtZero: false,
    edits: {},
    clamps: {},
    t: 1,
    part: cell.form(options).quantities[0].id,
  }
}

/** The cell that the lab opens with: the one with most to see. */
export const firstCell = (): string => listCells().find((cell) => cell.id === 'lstm')?.id ?? listCells()[0].id

/** Quantities whose values may be held at 0 or 1: the gates. */
export function clampable(cell: CellModule, options: CellOptions): string[] {
  return cell
    .form(options)
    .quantities.filter(({ role }) => role === 'gate')
    .map(({ id }) => id)
}
