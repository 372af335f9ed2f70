import { lstm } from '@/lib/core/cells/lstm'
import { runNetwork } from '@/lib/core/cells/forward'
import { withDefaults } from '@/lib/core/cells/registry'

/** One hidden unit and one input, so that every product can be read. */
export const CELL_FORM = lstm.form(withDefaults(lstm))

const WEIGHTS: Record<string, [number, number] | [number]> = {
  W_f: [0.5, 1.2],
  b_f: [0.6],
  W_i: [-0.4, 1.8],
  b_i: [0.1],
  W_C: [0.7, 1.5],
  b_C: [0],
  W_o: [0.3, 1.1],
  b_o: [0.2],
}

export type CellInputs = { x: number; h: number; C: number }

export const FIRST_INPUTS: CellInputs = { x: 0.5, h: 0.2, C: 0.8 }

/** The quantities of one step, by id: a number each, since H = 1. */
export function runCell({ x, h, C }: CellInputs): Record<string, number> {
  const parameters = Object.fromEntries(
    Object.entries(WEIGHTS).map(([id, values]) => [id, Float64Array.from(values)]),
  )
  const trace = runNetwork({
    form: CELL_FORM,
    sizes: { H: 1, I: 1, O: 1 },
    parameters,
    x: [Float64Array.of(x)],
    initial: { h: Float64Array.of(h), C: Float64Array.of(C) },
  })
  return Object.fromEntries(Object.entries(trace.steps[0]).map(([id, vector]) => [id, vector[0]]))
}

/** Two decimals, with a real minus sign. */
export function shown(value: number): string {
  const text = value.toFixed(2)
  return (text === '-0.00' ? '0.00' : text).replace('-', '−')
}

function signed(value: number): string {
  return value < 0 ? ` − ${shown(-value)}` : ` + ${shown(value)}`
}

function preActivation(gate: string, { h, x }: CellInputs): string {
  const [wh, wx] = WEIGHTS[`W_${gate}`]
  const [bias] = WEIGHTS[`b_${gate}`]
  const second = (wx ?? 0) < 0 ? ` − ${shown(-(wx ?? 0))}` : ` + ${shown(wx ?? 0)}`
  return `${shown(wh)}·${bracketed(h)}${second}·${bracketed(x)}${bias === 0 ? '' : signed(bias)}`
}

function bracketed(value: number): string {
  return value < 0 ? `(${shown(value)})` : shown(value)
}

/** What stands right of the equals sign, with the numbers put in. */
export function substituted(id: string, inputs: CellInputs, step: Record<string, number>): string {
  switch (id) {
    case 'C_tilde':
      return `tanh(${preActivation('C', inputs)})`
    case 'C':
      return `${shown(step.f)}·${bracketed(inputs.C)}${signed(step.i * step.C_tilde < 0 ? -1 : 1).slice(0, 3)}${shown(step.i)}·${shown(Math.abs(step.C_tilde))}`
    case 'h':
      return `${shown(step.o)}·tanh(${shown(step.C)})`
    default:
      return `σ(${preActivation(id, inputs)})`
  }
}
