import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluate'
import { CASE_FILES, networkOf, readCases } from '../fixtures/read-cases'
import { randomNetwork } from '../fixtures/random-network'
import { runNetwork, scopeOf, type Network } from '../forward'
import { diagnose } from './diagnose'

/** The network as an honest learner works it: each quantity rounded before it is used. */
function workedWithRounding(network: Network, decimals: number): Record<string, Float64Array>[] {
  const steps: Record<string, Float64Array>[] = []
  for (let t = 0; t < network.x.length; t++) {
    const scope = scopeOf(network, steps, t)
    steps.push(scope.now)
    for (const { id, size, formula } of network.form.quantities) {
      const value = evaluate(formula, scope, network.sizes[size])
      scope.now[id] = value.map((entry) => Number(entry.toFixed(decimals)))
    }
  }
  return steps
}

/** The full counts take minutes. */
const FULL = { timeout: 3_600_000 }

describe('right answers, rounded to three decimals at every step', () => {
  const count = process.env.UNROLL_FULL ? 100_000 : 1_000
  it(`are never refused or accused, over ${count} random cells`, FULL, () => {
    let coarse = 0
    let asked = 0
    fc.assert(
      fc.property(
        randomNetwork({ largest: 3, limit: 2, decimals: 1 }),
        fc.nat(),
        ({ chosen, network }, pick) => {
          const trace = runNetwork(network)
          const step = network.x.length - 1
          const quantity = network.form.quantities[pick % network.form.quantities.length].id
          const answers = Array.from(workedWithRounding(network, 3)[step][quantity])
          const { verdict, slips } = diagnose({
            slips: chosen.cell.slips(chosen.options),
            trace,
            step,
            quantity,
            indices: answers.map((_, k) => k),
            answers: answers.map((value) => value.toFixed(3)),
          })
          asked++
          if (verdict === 'coarse') coarse++
          expect(['correct', 'coarse'], `${quantity} ${slips.join()}`).toContain(verdict)
        },
      ),
      { numRuns: count, seed: 20 },
    )
    console.info(`${asked} right answers: 0 refused, 0 accused, ${coarse} called coarse`)
  })

  it('are never refused or accused on the reference cases either, however large the weights', FULL, () => {
    let asked = 0
    let coarse = 0
    for (const file of CASE_FILES) {
      for (const each of readCases(file)) {
        const { chosen, network } = networkOf(each, each.weights.notes ? 'notes' : 'pytorch')
        const slips = chosen.cell.slips(chosen.options)
        const trace = runNetwork(network)
        workedWithRounding(network, 3).forEach((record, step) => {
          for (const [quantity, value] of Object.entries(record)) {
            value.forEach((answer, index) => {
              const { verdict } = diagnose({
                slips,
                trace,
                step,
                quantity,
                indices: [index],
                answers: [answer],
              })
              asked++
              if (verdict === 'coarse') coarse++
              expect(['correct', 'coarse'], `${each.id} step ${step + 1} ${quantity}[${index}]`).toContain(
                verdict,
              )
            })
          }
        })
      }
    }
    console.info(`${asked} right answers on the reference cases: 0 refused, ${coarse} called coarse`)
  })
})
