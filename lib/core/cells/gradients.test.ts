import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomNetwork } from './fixtures/random-network'
import { runNetwork, type Network } from './forward'
import { gradientsOf, type Target } from './gradients'

const STEP = 1e-5

/** L for a target: Σ weight · value. */
const lossOf = (network: Network, target: Target) =>
  target.reduce((sum, { step, quantity, weights }) => {
    const value = runNetwork(network).steps[step][quantity]
    return sum + weights.reduce((part, weight, k) => part + weight * value[k], 0)
  }, 0)

/** The full counts take minutes. */
const FULL = { timeout: 3_600_000 }

describe('backpropagation through time', () => {
  const count = process.env.UNROLL_FULL ? 500 : 40
  it(`agrees with central differences on ${count} random cells of every kind and convention`, FULL, () => {
    let worst = 0
    fc.assert(
      fc.property(randomNetwork({ largest: 3, limit: 2, decimals: 3 }), fc.nat(), ({ network }, pick) => {
        const trace = runNetwork(network)
        // A chosen target, not only the sum of the last output: any quantity of any step.
        const step = pick % network.x.length
        const { id } = network.form.quantities[pick % network.form.quantities.length]
        const weights = trace.steps[step][id].map((_, k) => k + 1)
        const target = [{ step, quantity: id, weights }]
        const gradients = gradientsOf(trace, target)
        // A kink of ReLU within the step makes a difference quotient meaningless.
        const isNearKink = trace.steps.some((record) => record.a?.some((a) => Math.abs(a) < 1e-3))
        fc.pre(!(isNearKink && network.form.quantities.some(({ range }) => range === 'non-negative')))
        const check = (values: Float64Array, gradient: Float64Array, where: string) => {
          const k = pick % values.length
          const own = values[k]
          values[k] = own + STEP
          const above = lossOf(network, target)
          values[k] = own - STEP
          const below = lossOf(network, target)
          values[k] = own
          const difference = Math.abs((above - below) / (2 * STEP) - gradient[k])
          const error = difference / Math.max(1, Math.abs(gradient[k]))
          worst = Math.max(worst, error)
          expect(error, where).toBeLessThan(1e-6)
        }
        for (const [name, values] of Object.entries(network.parameters)) {
          check(values, gradients.parameters[name], name)
        }
        network.x.forEach((x, t) => check(x, gradients.x[t], `x at ${t}`))
        for (const [name, values] of Object.entries(network.initial))
          check(values, gradients.initial[name], name)
      }),
      { numRuns: count, seed: 5 },
    )
    console.info(
      `gradients against central differences: largest relative difference ${worst.toExponential(1)}`,
    )
  })

  it('gives a clamped gate no gradient, and what it lets through none of its weights', FULL, () => {
    const [{ network }] = fc.sample(
      randomNetwork({ largest: 3, limit: 2, decimals: 1 }).filter(({ network: { form } }) =>
        form.quantities.some(({ id }) => id === 'a_f'),
      ),
      { numRuns: 1, seed: 1 },
    )
    const ones = new Float64Array(network.sizes.H).fill(1)
    const trace = runNetwork({ ...network, fixed: network.x.map(() => ({ f: ones })) })
    expect(trace.steps[0].f).toEqual(ones)
    expect(gradientsOf(trace).parameters.W_f.every((slope) => slope === 0)).toBe(true)
  })
})
