import type { FrameworkLayout, Sizes } from '../cell'
import { done, refuse, type Outcome } from '../problem'
import { blocksToNotes, notesToBlocks } from './gate-block'
import { keras } from './keras'
import type { ChosenCell, FrameworkName, LayoutName, NotesWeights, WeightsJson } from './layout'
import { parameterLength, readNotes, writeNotes } from './notes'
import { onnx } from './onnx'
import { pytorch } from './pytorch'
import type { Storage } from './storage'

const storages: Record<FrameworkName, Storage> = { pytorch, keras, onnx }

/**
 * Weights of any layout as the notes' parameters. A framework's layout carries the framework's meaning: its update
 * gate is one minus the notes', so reading it for the notes' convention turns the sign of W_z and b_z.
 * notes→X→notes is exact; X→notes→X keeps the function (two biases become one).
 */
export function readWeights(
  { cell, options }: ChosenCell,
  layout: LayoutName,
  json: WeightsJson,
): Outcome<NotesWeights> {
  const form = cell.form(options)
  if (layout === 'notes') {
    const known = form.parameters.map(({ id }) => id)
    const stray = refuseUnknown(json, known)
    return stray ?? readNotes(form, json)
  }
  const framework = expressible({ cell, options }, layout)
  if (!framework.ok) return framework
  const storage = storages[layout]
  const stray = refuseUnknown(json, storage.names(framework.value))
  if (stray) return stray
  const read = storage.read(json, framework.value)
  if (!read.ok) return read
  const { sizes, blocks, peepholes } = read.value
  const parameters = blocksToNotes(blocks, framework.value, cell.biasOf, sizes)
  framework.value.peepholes?.forEach((name, k) => (parameters[name] = peepholes[k]))
  for (const parameter of form.parameters) {
    parameters[parameter.id] ??= new Float64Array(parameterLength(parameter, sizes))
  }
  return done({ sizes, parameters })
}

/** The notes' parameters in a layout, as plain lists; or `not_expressible` with the reason. */
export function writeWeights(
  chosen: ChosenCell,
  layout: LayoutName,
  weights: NotesWeights,
  what: 'weights' | 'gradients' = 'weights',
): Outcome<Record<string, unknown>> {
  const { sizes, parameters } = weights
  if (layout === 'notes') return done(writeNotes(chosen.cell.form(chosen.options), sizes, parameters))
  const framework = expressible(chosen, layout)
  if (!framework.ok) return framework
  const blocks = notesToBlocks(parameters, framework.value, chosen.cell.biasOf, sizes, what)
  const peepholes = (framework.value.peepholes ?? []).map((name) => parameters[name])
  return done(storages[layout].write(blocks, peepholes, framework.value, sizes))
}

/** The framework's storage rule for this convention, or why it has none. */
export function expressible({ cell, options }: ChosenCell, layout: FrameworkName): Outcome<FrameworkLayout> {
  const framework = cell.frameworks(options)[layout]
  return 'reason' in framework
    ? refuse('not_expressible', framework.reason.en, framework.reason.zh, 'weights.layout')
    : done(framework)
}

/** All parameters at zero. */
export function zeroParameters({ cell, options }: ChosenCell, sizes: Sizes): Record<string, Float64Array> {
  return Object.fromEntries(
    cell
      .form(options)
      .parameters.map((parameter) => [parameter.id, new Float64Array(parameterLength(parameter, sizes))]),
  )
}

function refuseUnknown(json: WeightsJson, known: string[]) {
  const stray = Object.keys(json).find((name) => name !== 'layout' && !known.includes(name))
  return stray === undefined
    ? null
    : refuse(
        'unexpected',
        `weights.${stray} does not belong to this cell in this layout (${known.join(', ')}).`,
        `weights.${stray} 不属于该单元的这种布局（${known.join('、')}）。`,
        `weights.${stray}`,
      )
}
