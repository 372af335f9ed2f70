import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomNetwork } from '../../cells/fixtures/random-network'
import { runNetwork } from '../../cells/forward'
import { gradientsOf } from '../../cells/gradients'
import type { CellForm } from '../../cells/cell'
import { elmanBackprop, lstmCellBackprop, lstmHiddenBackprop } from './backprop-forms'

const run = (form: CellForm, parameters: Record<string, Float64Array>) =>
  runNetwork({
    form,
    sizes: { H: parameters.dh.length, I: 1, O: 1 },
    parameters,
    x: [new Float64Array(1)],
    initial: {},
  }).steps[0]

const runs = { numRuns: process.env.UNROLL_FULL ? 500 : 50, seed: 4 }
const network = randomNetwork({ largest: 1, limit: 2, decimals: 2 })

it('agrees with backpropagation through a real LSTM of one unit', () => {
  fc.assert(
    fc.property(network, fc.double({ min: -2, max: 2, noNaN: true }), ({ chosen, network: given }, later) => {
      const { peephole, coupled, forgetGate } = chosen.options
      fc.pre(chosen.cell.id === 'lstm' && !peephole && coupled === 'none' && forgetGate === true)
      const trace = runNetwork(given)
      const [step] = trace.steps
      const one = new Float64Array([1])
      const gradients = gradientsOf(trace, [
        { step: 0, quantity: 'h', weights: one },
        { step: 0, quantity: 'C', weights: new Float64Array([later]) },
      ])
      const recurrent = (gate: string) => trace.parameters[`W_${gate}`].slice(0, 1)
      const back = run(lstmHiddenBackprop().form, {
        C_previous: trace.initial.C,
        f: step.f,
        i: step.i,
        C_tilde: step.C_tilde,
        o: step.o,
        dh: one,
        dC_next: new Float64Array([later]),
        u_f: recurrent('f'),
        u_i: recurrent('i'),
        u_C: recurrent('C'),
        u_o: recurrent('o'),
      })
      expect(back.dC[0]).toBeCloseTo(gradients.steps[0].C[0], 12)
      expect(back.dh_previous[0]).toBeCloseTo(gradients.initial.h[0], 12)
      const cell = run(lstmCellBackprop().form, {
        C_previous: trace.initial.C,
        f: step.f,
        i: step.i,
        C_tilde: step.C_tilde,
        o: step.o,
        dh: one,
        dC_next: new Float64Array([later]),
      })
      expect(cell.dC_previous[0]).toBeCloseTo(gradients.initial.C[0], 12)
    }),
    runs,
  )
})

it('agrees with backpropagation through a real RNN of one unit', () => {
  fc.assert(
    fc.property(network, ({ chosen, network: given }) => {
      fc.pre(chosen.cell.id === 'rnn' && chosen.options.activation === 'tanh')
      const trace = runNetwork(given)
      const back = run(elmanBackprop().form, {
        dh: new Float64Array([1]),
        h: trace.steps[0].h,
        u: trace.parameters.W.slice(0, 1),
      })
      expect(back.dh_previous[0]).toBeCloseTo(gradientsOf(trace).initial.h[0], 12)
    }),
    runs,
  )
})
