import type { CellForm, Parameter, Sizes } from '../cell'
import { readMatrix, readVector, rowsOf } from '../numbers'
import { done, refuse, type Outcome } from '../problem'
import type { NotesWeights, WeightsJson } from './layout'

/** Columns of a matrix under these sizes. */
export const columnCount = (parameter: Parameter, sizes: Sizes): number =>
  (parameter.columns ?? []).reduce((sum, block) => sum + sizes[block], 0)

/** Length of a parameter's row-major data. */
export const parameterLength = (parameter: Parameter, sizes: Sizes): number =>
  sizes[parameter.rows] * (parameter.columns === null ? 1 : columnCount(parameter, sizes))

/** The notes' own names and shapes: matrices act on the concatenation, the state first. */
export function readNotes(form: CellForm, json: WeightsJson): Outcome<NotesWeights> {
  const sizes = sizesFrom(form, json)
  if (!sizes.ok) return sizes
  const parameters: Record<string, Float64Array> = {}
  for (const parameter of form.parameters) {
    const given = json[parameter.id]
    const at = `weights.${parameter.id}`
    if (given === undefined || given === null) {
      if (!parameter.isOptional) return refuse('missing', `${at} is missing.`, `缺少 ${at}。`, at)
      parameters[parameter.id] = new Float64Array(parameterLength(parameter, sizes.value))
      continue
    }
    if (parameter.columns === null) {
      const vector = readVector(given, at, sizes.value[parameter.rows])
      if (!vector.ok) return vector
      parameters[parameter.id] = vector.value
    } else {
      const columns = columnCount(parameter, sizes.value)
      const matrix = readMatrix(given, at, sizes.value[parameter.rows], columns)
      if (!matrix.ok) return matrix
      parameters[parameter.id] = matrix.value.data
    }
  }
  return done({ sizes: sizes.value, parameters })
}

/** Sizes from the first matrix (H rows; the state's columns, then I) and, where O is free, from the output's. */
function sizesFrom(form: CellForm, json: WeightsJson): Outcome<Sizes> {
  const first = form.parameters.find(({ columns, isOptional }) => columns !== null && !isOptional)
  if (first === undefined) throw new Error('A cell without a matrix')
  const matrix = readMatrix(json[first.id], `weights.${first.id}`, null, null)
  if (!matrix.ok) return matrix
  const H = matrix.value.rows
  const output = form.parameters.find(({ rows, columns }) => rows === 'O' && columns !== null)
  let O = H
  if (output !== undefined) {
    const given = readMatrix(json[output.id], `weights.${output.id}`, null, H)
    if (!given.ok) return given
    O = given.value.rows
  }
  const stateColumns = first.columns?.[0] === 'O' ? O : H
  const I = matrix.value.columns - stateColumns
  if (I < 1) {
    return refuse(
      'bad_shape',
      `weights.${first.id} has ${matrix.value.columns} columns; it acts on the state (${stateColumns}) and at least one input.`,
      `weights.${first.id} 有 ${matrix.value.columns} 列，而它作用于状态（${stateColumns}）和至少一个输入。`,
      `weights.${first.id}`,
    )
  }
  return done({ H, I, O })
}

/** Parameters (or their gradients) as JSON. */
export function writeNotes(
  form: CellForm,
  sizes: Sizes,
  parameters: Record<string, Float64Array>,
): Record<string, unknown> {
  return Object.fromEntries(
    form.parameters.map((parameter) => {
      const data = parameters[parameter.id]
      return [
        parameter.id,
        parameter.columns === null ? Array.from(data) : rowsOf(data, columnCount(parameter, sizes)),
      ]
    }),
  )
}
