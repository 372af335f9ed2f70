import type { CellModule, CellOptions, Sizes } from '../cell'

export const LAYOUTS = ['notes', 'pytorch', 'keras', 'onnx'] as const
export type LayoutName = (typeof LAYOUTS)[number]
export type FrameworkName = Exclude<LayoutName, 'notes'>

/** A cell under options that do not contradict each other, every option present. */
export type ChosenCell = { cell: CellModule; options: CellOptions }

/** Weights by the notes' names (row-major) and the sizes that they imply. */
export type NotesWeights = { sizes: Sizes; parameters: Record<string, Float64Array> }

/** As they stand in JSON: lists of numbers, of lists, … */
export type WeightsJson = Record<string, unknown>
