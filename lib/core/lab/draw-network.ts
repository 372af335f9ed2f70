import type { CellForm, Parameter, Sizes } from '../cells/cell'
import type { Network } from '../cells/forward'
import { getCell } from '../cells/registry'
import { randomStream } from '../exercises/random-stream'
import type { LabSetup } from './lab-setup'

/** Where each number of the lab stands, and which name it has in a link. */
export type Place = {
  id: string
  label: string
  shape: [rows: number, columns: number]
  /** Its edits name row and column, also when there is but one column. */
  isMatrix: boolean
}

/**
 * The network of a setup: drawn from its seed on a grid of tenths, so that what is shown is what is used; then the
 * learner's edits; then its clamps. Each block has a stream of its own, so a changed size or cell keeps the rest, and
 * the same seed gives RNN, LSTM and GRU the same input.
 */
export function networkOf(setup: LabSetup): Network {
  const cell = getCell(setup.cell)
  const form = cell.form(setup.options)
  const sizes = sizesOf(setup, form)
  const parameters = Object.fromEntries(
    form.parameters.map((parameter) => [parameter.id, drawParameter(setup, parameter, sizes)]),
  )
  const x = Array.from({ length: setup.T }, (_, t) => draw(setup, 'x', `x.${t}`, sizes.I, 1.5))
  const initial = Object.fromEntries(
    form.states.map((state) => [
      state.id,
      setup.startsAtZero
        ? edited(setup, state.initial, new Float64Array(sizes[state.size]))
        : draw(setup, 'initial', state.initial, sizes[state.size], 1),
    ]),
  )
  const held = Object.entries(setup.clamps).flatMap(([id, value]) => {
    const quantity = form.quantities.find((each) => each.id === id)
    return quantity ? [[id, new Float64Array(sizes[quantity.size]).fill(value)] as const] : []
  })
  const fixed = held.length > 0 ? x.map(() => Object.fromEntries(held)) : undefined
  return { form, sizes, parameters, x, initial, ...(fixed ? { fixed } : {}) }
}

/** Every number that may be edited, block by block, in the order of the formulas. */
export function listPlaces(setup: LabSetup): Place[] {
  const form = getCell(setup.cell).form(setup.options)
  const sizes = sizesOf(setup, form)
  return [
    ...form.parameters.map((parameter): Place => ({
      id: parameter.id,
      label: parameter.tex,
      shape: [sizes[parameter.rows], parameter.columns ? widthOf(parameter, sizes) : 1],
      isMatrix: parameter.columns !== null,
    })),
    ...Array.from({ length: setup.T }, (_, t): Place => ({
      id: `x.${t}`,
      label: `x_{${t + 1}}`,
      shape: [sizes.I, 1],
      isMatrix: false,
    })),
    ...form.states.map((state): Place => ({
      id: state.initial,
      label: `${state.tex}_0`,
      shape: [sizes[state.size], 1],
      isMatrix: false,
    })),
  ]
}

function sizesOf({ H, I, O }: LabSetup, form: CellForm): Sizes {
  return { H, I, O: form.isOutputSizeFree ? O : H }
}

const widthOf = (parameter: Parameter, sizes: Sizes): number =>
  (parameter.columns ?? []).reduce((sum, dimension) => sum + sizes[dimension], 0)

function drawParameter(setup: LabSetup, parameter: Parameter, sizes: Sizes): Float64Array {
  const rows = sizes[parameter.rows]
  if (!parameter.columns) return draw(setup, parameter.id, parameter.id, rows, 0.5)
  const columns = widthOf(parameter, sizes)
  // Wider sums get smaller weights, or every gate would stand at 0 or 1 and there were nothing to see.
  const reach = columns <= 4 ? 1.5 : columns <= 8 ? 1 : 0.7
  const stream = randomStream(setup.seed, parameter.id)
  const matrix = Float64Array.from({ length: rows * columns }, () => stream.onGrid(-reach, reach, 0.1))
  matrix.forEach((_, k) => {
    const value = setup.edits[`${parameter.id}.${Math.floor(k / columns)}.${k % columns}`]
    if (value !== undefined) matrix[k] = value
  })
  return matrix
}

function draw(setup: LabSetup, part: string, place: string, length: number, reach: number): Float64Array {
  const stream = randomStream(setup.seed, part === place ? part : `${part}/${place}`)
  return edited(
    setup,
    place,
    Float64Array.from({ length }, () => stream.onGrid(-reach, reach, 0.1)),
  )
}

function edited(setup: LabSetup, place: string, vector: Float64Array): Float64Array {
  vector.forEach((_, k) => {
    const value = setup.edits[`${place}.${k}`]
    if (value !== undefined) vector[k] = value
  })
  return vector
}
