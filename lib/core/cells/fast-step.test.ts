import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  fastGruStep,
  fastLstmStep,
  fastPytorchGruStep,
  packFastGru,
  packFastLstm,
  packFastPytorchGru,
} from './fast-step'
import { networkOf, readCases } from './fixtures/read-cases'
import { runNetwork, type Network } from './forward'
import { getCell, withDefaults } from './registry'
import { zeroParameters } from './layouts/weights'

const worst = (a: Float64Array, b: Float64Array) => Math.max(...a.map((value, k) => Math.abs(value - b[k])))

type Kind = 'lstm' | 'gru_notes' | 'gru_pytorch'

function fastStates(network: Network, kind: Kind): Float64Array[] {
  const h = network.initial.h.slice()
  const C = network.initial.C?.slice() ?? new Float64Array()
  const { parameters, sizes } = network
  const lstm = kind === 'lstm' ? packFastLstm(parameters, sizes) : null
  const gru = kind === 'gru_notes' ? packFastGru(parameters, sizes) : null
  const pytorchGru = kind === 'gru_pytorch' ? packFastPytorchGru(parameters, sizes) : null
  return network.x.map((x) => {
    if (lstm) fastLstmStep(lstm, x, h, C)
    if (gru) fastGruStep(gru, x, h)
    if (pytorchGru) fastPytorchGruStep(pytorchGru, x, h)
    return h.slice()
  })
}

const OPTIONS = {
  lstm: {},
  gru_notes: {},
  gru_pytorch: { update: 'zh+(1-z)~h', reset: 'after' },
}

const KINDS: Kind[] = ['lstm', 'gru_notes', 'gru_pytorch']

it.each(KINDS)('gives the states of the traced cell on %s', (file) => {
  for (const each of readCases(file)) {
    const { network } = networkOf(each, file === 'gru_notes' ? 'notes' : 'pytorch')
    const { steps } = runNetwork(network)
    fastStates(network, file).forEach((h, t) => expect(worst(h, steps[t].h)).toBeLessThan(1e-12))
  }
})

it('holds up to 64 units', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
      (kind, numbers) => {
        const cell = getCell(kind === 'lstm' ? 'lstm' : 'gru')
        const options = withDefaults(cell, OPTIONS[kind])
        const sizes = { H: 64, I: 64, O: 64 }
        const draw = (length: number) => Float64Array.from({ length }, () => numbers.next().value)
        const parameters = zeroParameters({ cell, options }, sizes)
        for (const values of Object.values(parameters)) values.set(draw(values.length))
        const network: Network = {
          form: cell.form(options),
          sizes,
          parameters,
          x: [draw(64)],
          initial: { h: draw(64), C: draw(64) },
        }
        const [h] = fastStates(network, kind)
        expect(worst(h, runNetwork(network).steps[0].h)).toBeLessThan(1e-12)
      },
    ),
    { numRuns: 6, seed: 1 },
  )
})
