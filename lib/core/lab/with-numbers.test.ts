import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runNetwork, scopeOf } from '../cells/forward'
import { listCells } from '../cells/registry'
import { networkOf } from './draw-network'
import { firstSetup } from './lab-setup'
import { formulaWithNumbers, type Piece } from './with-numbers'

const written = (pieces: Piece[]): string =>
  pieces
    .map((piece) =>
      piece.kind === 'text'
        ? piece.text
        : piece.kind === 'number'
          ? `(${piece.value})`
          : `(${piece.terms.map(written).join(' + ')})`,
    )
    .join('')

/** Works the written formula out as a reader would: an evaluator of its own, by the browser's arithmetic. */
const workedOut = (formula: string): number => {
  const script = formula
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replaceAll('σ(', 'sigma(')
    .replaceAll('tanh(', 'Math.tanh(')
    .replaceAll('ReLU(', 'Math.max(0,')
  const work: unknown = new Function('sigma', `return ${script}`)((a: number) => 1 / (1 + Math.exp(-a)))
  return Number(work)
}

describe('a formula with its numbers', () => {
  it('adds up to the value beside it, for every quantity of every cell', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...listCells()),
        fc.stringMatching(/^[a-z]{1,6}$/),
        fc.integer({ min: 1, max: 4 }),
        (cell, seed, H) => {
          const network = networkOf({ ...firstSetup(cell.id, seed), H, T: 2 })
          const trace = runNetwork(network)
          const scope = scopeOf(network, trace.steps, 1)
          for (const { id, size } of network.form.quantities) {
            for (let k = 0; k < network.sizes[size]; k++) {
              const formula = written(formulaWithNumbers(network.form, id, scope, k))
              expect(workedOut(formula), `${cell.id} ${id}: ${formula}`).toBeCloseTo(
                trace.steps[1][id][k],
                10,
              )
            }
          }
        },
      ),
      { seed: 9, numRuns: 60 },
    )
  })

  it('names the place of every weight, so that it can be edited where it is read', () => {
    const network = networkOf(firstSetup('lstm', 'a'))
    const scope = scopeOf(network, runNetwork(network).steps, 0)
    const [, products] = formulaWithNumbers(network.form, 'f', scope, 1)
    expect(products.kind).toBe('products')
    if (products.kind !== 'products') return
    const places = products.terms
      .flat()
      .flatMap((piece) => (piece.kind === 'number' && piece.place ? piece.place : []))
    expect(places).toEqual(['W_f.1.0', 'W_f.1.1', 'W_f.1.2', 'W_f.1.3'])
  })
})
