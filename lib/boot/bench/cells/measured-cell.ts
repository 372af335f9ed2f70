import type { CellOptions } from '@/lib/core/cells/cell'
import {
  fastGruStep,
  fastLstmStep,
  fastPytorchGruStep,
  packFastGru,
  packFastLstm,
  packFastPytorchGru,
} from '@/lib/core/cells/fast-step'
import type { NotesWeights } from '@/lib/core/cells/layouts/layout'
import { writeWeights, zeroParameters } from '@/lib/core/cells/layouts/weights'
import { getCell, withDefaults } from '@/lib/core/cells/registry'
import { randomStream } from '@/lib/core/exercises/random-stream'

/** A cell of H units and H inputs with drawn weights, an input and a state, to be stepped by everyone alike. */
export type MeasuredCell = {
  kind: 'LSTM' | 'GRU'
  resetsAfter: boolean
  H: number
  weights: NotesWeights
  x: Float64Array
  h: Float64Array
  C: Float64Array
  inLayout: (layout: 'keras' | 'onnx') => Record<string, unknown>
  /** One step of ours on these very arrays. */
  makeStep: () => { step: () => void; h: Float64Array }
}

export function measuredCell(kind: 'LSTM' | 'GRU', resetsAfter: boolean, H: number): MeasuredCell {
  const cell = getCell(kind === 'LSTM' ? 'lstm' : 'gru')
  const gruOptions: CellOptions = resetsAfter ? { update: 'zh+(1-z)~h', reset: 'after' } : {}
  const chosen = { cell, options: withDefaults(cell, kind === 'GRU' ? gruOptions : {}) }
  const sizes = { H, I: H, O: H }
  const random = randomStream(`bench ${H}`, kind)
  const draw = (length: number, reach: number) =>
    Float64Array.from({ length }, () => random.onGrid(-reach, reach, 0.01))
  const parameters = zeroParameters(chosen, sizes)
  for (const values of Object.values(parameters)) values.set(draw(values.length, 1 / Math.sqrt(H)))
  const weights = { sizes, parameters }
  const [x, h, C] = [draw(H, 1), draw(H, 1), draw(H, 1)]
  return {
    kind,
    resetsAfter,
    H,
    weights,
    x,
    h,
    C,
    inLayout: (layout) => {
      const written = writeWeights(chosen, layout, weights)
      if (!written.ok) throw new Error(written.problem.message.en)
      return written.value
    },
    makeStep: () => {
      const [ownH, ownC] = [h.slice(), C.slice()]
      if (kind === 'LSTM') {
        const packed = packFastLstm(parameters, sizes)
        return { step: () => fastLstmStep(packed, x, ownH, ownC), h: ownH }
      }
      if (resetsAfter) {
        const packed = packFastPytorchGru(parameters, sizes)
        return { step: () => fastPytorchGruStep(packed, x, ownH), h: ownH }
      }
      const packed = packFastGru(parameters, sizes)
      return { step: () => fastGruStep(packed, x, ownH), h: ownH }
    },
  }
}

/** A (nested) list of numbers as one flat list. */
export const flat = (value: unknown): number[] =>
  Array.isArray(value) ? value.flatMap(flat) : typeof value === 'number' ? [value] : []
