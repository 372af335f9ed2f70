import type { Bilingual } from './bilingual'
import type { Dimension, Expression } from './expression'
import type { GuideStep } from './guide'

/** The switches of a cell: which of the conventions that are all called by the same name. */
export type CellOptions = Record<string, string | number | boolean>

export type OptionSpec = { id: string; name: Bilingual; meaning: Bilingual } & (
  | { kind: 'boolean'; fallback: boolean }
  | { kind: 'number'; fallback: number; min: number; max: number }
  | { kind: 'choice'; fallback: string; choices: { value: string; name: Bilingual; tex?: string }[] }
)

/** Sizes of a network: H hidden, I input, O output (Jordan only; elsewhere O = H). */
export type Sizes = Record<Dimension, number>

export type Parameter = {
  id: string
  tex: string
  rows: Dimension
  /** The blocks of columns of a matrix, in the order of the concatenation; null for a vector. */
  columns: Dimension[] | null
  /** Absent weights are zeros instead of an error (a bias that the notes do not write, a gate that is tied). */
  isOptional: boolean
}

export type State = {
  /** The quantity that the next step sees as "previous". */
  id: string
  size: Dimension
  /** Name of its first value in a request: h0, C0, y0. */
  initial: string
  /** Name of dL/d(first value) in an answer. */
  initialGradient: string
  tex: string
}

export type QuantityRole =
  'pre-activation' | 'gate' | 'candidate' | 'cell-state' | 'hidden-state' | 'output' | 'part'

export type Quantity = {
  id: string
  tex: string
  name: Bilingual
  /** What it means, in words for a student. */
  meaning: Bilingual
  role: QuantityRole
  size: Dimension
  /** Open interval that its values lie in. */
  range: 'unit' | 'signed-unit' | 'non-negative' | 'real'
  formula: Expression
}

/** One thing drawn, on a grid of which x grows to the right (time) and y downwards. */
export type DiagramPart = {
  id: string
  shape: 'input' | 'state' | 'concatenation' | 'gate' | 'activation' | 'operator' | 'output'
  /** The quantity (of this step) whose value it shows. */
  quantity?: string
  tex: string
  x: number
  y: number
}

/** `via` are corners on the grid between the two ends. */
export type DiagramEdge = { from: string; to: string; via?: [number, number][] }

export type Diagram = { width: number; height: number; parts: DiagramPart[]; edges: DiagramEdge[] }

/** A cell under fixed options: everything that is needed to compute, explain and draw it. */
export type CellForm = {
  parameters: Parameter[]
  states: State[]
  /** In the order of computation: each uses only those before it. */
  quantities: Quantity[]
  /** L = sum of this quantity at the last step, unless another target is chosen. */
  output: string
  /** O of a network with H hidden units, where it is not free. */
  isOutputSizeFree: boolean
  diagram: Diagram
}

/** A rule of a framework's storage: which block of rows (or columns) belongs to which of the notes' matrices. */
export type FrameworkLayout = {
  /** The matrices of the blocks, in storage order. */
  blocks: string[]
  /** Matrices stored with the other sign: the framework's update gate is one minus the notes'. */
  negated?: string[]
  /** The framework keeps the candidate's recurrent bias apart (GRU, reset after the product). */
  recurrentBias?: { matrix: string; bias: string }
  /** ONNX: the peephole vectors in storage order. */
  peepholes?: string[]
}

export type NotExpressible = { reason: Bilingual }

/** The frameworks' layouts under given options, or why the convention cannot be said in one. */
export type Frameworks = Record<'pytorch' | 'keras' | 'onnx', FrameworkLayout | NotExpressible>

/** One cell, self-describing: the lab, the exercises, the diagram and the API read this and have no list of cells. */
export type CellModule = {
  id: string
  name: Bilingual
  /** One or two sentences on what it is. */
  about: Bilingual
  options: OptionSpec[]
  /** Options that contradict each other, or null. Called with every option present. */
  findContradiction: (options: CellOptions) => Bilingual | null
  form: (options: CellOptions) => CellForm
  /** Of the concatenation's matrix and its bias: W_f → b_f. */
  biasOf: Record<string, string>
  frameworks: (options: CellOptions) => Frameworks
  slips: (options: CellOptions) => Slip[]
  /** A worked example in six to ten steps, in words that read the numbers on screen. */
  guide: (options: CellOptions) => GuideStep[]
  defaults: { H: number; I: number; O: number; T: number }
}

/**
 * One mistake at one quantity, everything before it right: the same computation with this formula instead.
 * The names are those of the public API.
 */
export type Slip = {
  id: string
  quantity: string
  /** Further slips are named only where no catalogued one fits. */
  isCatalogued: boolean
  formula: Expression
  name: Bilingual
  /** What was done and what the cell does; never a number. */
  explanation: Bilingual
}
