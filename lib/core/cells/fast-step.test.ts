import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fastGruStep, fastLstmStep, packFastGru, packFastLstm } from './fast-step'
import { networkOf, readCases } from './fixtures/read-cases'
import { runNetwork, type Network } from './forward'
import { getCell, withDefaults } from './registry'
import { zeroParameters } from './layouts/weights'

const worst = (a: Float64Array, b: Float64Array) => Math.max(...a.map((value, k) => Math.abs(value - b[k])))

function fastStates(network: Network, isLstm: boolean): Float64Array[] {
  const h = network.initial.h.slice()
  const C = network.initial.C?.slice() ?? new Float64Array()
  const cell = isLstm
    ? packFastLstm(network.parameters, network.sizes)
    : packFastGru(network.parameters, network.sizes)
  return network.x.map((x) => {
    if (isLstm) fastLstmStep(cell, x, h, C)
    else fastGruStep(cell, x, h)
    return h.slice()
  })
}

it.each(['lstm', 'gru_pytorch'] as const)('gives the states of the traced cell on %s', (file) => {
  for (const each of readCases(file)) {
    const { network } = networkOf(each, 'pytorch')
    const { steps } = runNetwork(network)
    fastStates(network, file === 'lstm').forEach((h, t) => expect(worst(h, steps[t].h)).toBeLessThan(1e-12))
  }
})

it('holds up to 64 units', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('lstm', 'gru'),
      fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
      (id, numbers) => {
        const cell = getCell(id)
        const options = withDefaults(cell, id === 'gru' ? { update: 'zh+(1-z)~h', reset: 'after' } : {})
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
        const [h] = fastStates(network, id === 'lstm')
        expect(worst(h, runNetwork(network).steps[0].h)).toBeLessThan(1e-12)
      },
    ),
    { numRuns: 4, seed: 1 },
  )
})
