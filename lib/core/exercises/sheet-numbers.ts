import type { Reach } from '../authored-exercises/authored-exercise'
import type { CellForm, CellOptions, Sizes, Slip } from '../cells/cell'
import { runNetwork, type Network } from '../cells/forward'
import { columnCount, parameterLength } from '../cells/layouts/notes'
import { getCell, withDefaults } from '../cells/registry'
import type { Given, Sheet } from './exercise'
import type { RandomStream } from './random-stream'

/** A cell to be worked by hand: its conventions, its size, and what is handed over instead of being computed. */
export type CellSheet = {
  cell: string
  options?: CellOptions
  H: number
  I: number
  O?: number
  T: number
  /** Quantities that are given at every step. */
  fixed?: string[]
  /** How far numbers are drawn from zero; the house's own where it is not said. */
  reach?: Reach
}

/**
 * How far numbers are drawn: wide enough that a wrong method shows. What is multiplied stands on a grid of tenths; what
 * is added or given, on one of hundredths, so that no two variants of the smallest exercise are alike.
 */
export const HOUSE_REACH: Reach = { matrix: 1.5, vector: 1, x: 1.5, state: 0.9, cellState: 2 }

const sizesOf = ({ H, I, O }: CellSheet, form: CellForm): Sizes => ({
  H,
  I,
  O: form.isOutputSizeFree ? (O ?? H) : H,
})

/** A cell's formulas and slips under a sheet's conventions; made once, since they do not depend on numbers. */
function described({ cell: id, options }: CellSheet): { form: CellForm; slips: Slip[] } {
  const cell = getCell(id)
  const complete = withDefaults(cell, options)
  const key = `${id} ${JSON.stringify(complete)}`
  const found = made.get(key) ?? { form: cell.form(complete), slips: cell.slips(complete) }
  made.set(key, found)
  return found
}
const made = new Map<string, { form: CellForm; slips: Slip[] }>()

/** Draws every number of the sheet: parameters, inputs, first states, given quantities; each from its own stream. */
export function drawSheet(sheet: CellSheet, stream: (part: string) => RandomStream): Given {
  const { form } = described(sheet)
  const sizes = sizesOf(sheet, form)
  const far = sheet.reach ?? HOUSE_REACH
  const list = (part: string, length: number, reach: number, grid: number) => {
    const random = stream(part)
    return Array.from({ length }, () => random.onGrid(-reach, reach, grid))
  }
  const given: Record<string, unknown> = {}
  for (const parameter of form.parameters) {
    const length = parameterLength(parameter, sizes)
    given[parameter.id] =
      parameter.columns === null
        ? list(parameter.id, length, far.vector, 0.01)
        : list(parameter.id, length, far.matrix, 0.1)
  }
  given.x = Array.from({ length: sheet.T }, (_, t) => list(`x${t}`, sizes.I, far.x, 0.1))
  for (const { id, size, initial } of form.states) {
    given[initial] = list(initial, sizes[size], id === 'C' ? far.cellState : far.state, 0.01)
  }
  given.fixed = Array.from({ length: sheet.T }, (_, t) =>
    Object.fromEntries(
      (sheet.fixed ?? []).map((id) => {
        const quantity = form.quantities.find((each) => each.id === id)
        const random = stream(`${id}${t}`)
        const [low, high] = quantity?.range === 'unit' ? [0.05, 0.95] : [-0.95, 0.95]
        return [id, Array.from({ length: sizes.H }, () => random.onGrid(low, high, 0.01))]
      }),
    ),
  )
  return given
}

/** The drawn numbers as a network that has run, with the cell's slips. */
export function runSheet(sheet: CellSheet, given: Given): Sheet {
  return { trace: runNetwork(networkOfSheet(sheet, given)), slips: described(sheet).slips }
}

function networkOfSheet(sheet: CellSheet, given: Given): Network {
  const { form } = described(sheet)
  const fixed = Array.isArray(given.fixed) ? given.fixed : []
  return {
    form,
    sizes: sizesOf(sheet, form),
    parameters: Object.fromEntries(form.parameters.map(({ id }) => [id, vectorOf(given[id])])),
    x: (Array.isArray(given.x) ? given.x : []).map(vectorOf),
    initial: Object.fromEntries(form.states.map(({ id, initial }) => [id, vectorOf(given[initial])])),
    fixed: fixed.map((step: unknown) =>
      Object.fromEntries(Object.entries(step ?? {}).map(([id, value]) => [id, vectorOf(value)])),
    ),
  }
}

/** A list of numbers that came out of JSON. */
export function vectorOf(value: unknown): Float64Array {
  if (!Array.isArray(value)) throw new RangeError('A list of numbers is missing from a kept variant')
  return Float64Array.from(value, (entry: unknown) => {
    if (typeof entry !== 'number') throw new RangeError('A kept variant holds something that is no number')
    return entry
  })
}

/** A parameter's data by rows, as it is shown. */
export function rowsToShow(network: Network, id: string): number[][] {
  const parameter = network.form.parameters.find((each) => each.id === id)
  const data = network.parameters[id]
  const width = parameter?.columns ? columnCount(parameter, network.sizes) : 1
  return Array.from({ length: data.length / width }, (_, row) =>
    Array.from(data.subarray(row * width, (row + 1) * width)),
  )
}
