import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomNetwork } from './fixtures/random-network'
import { isRecord } from './numbers'
import { LAYOUTS } from './layouts/layout'
import { writeWeights } from './layouts/weights'
import { answerTraceBody } from './trace-request'

const STEP = 1e-5

/** Every number in nested lists, with a way to change it. */
function places(
  value: unknown,
  change: (next: unknown) => void,
): { value: number; set: (next: number) => void }[] {
  if (typeof value === 'number') return [{ value, set: change }]
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown, k) => places(entry, (next) => (value[k] = next)))
}

function gradientsOf(body: unknown): Record<string, unknown> {
  const outcome = answerTraceBody(body)
  if (!outcome.ok || Array.isArray(outcome.value))
    throw new Error(outcome.ok ? '' : outcome.problem.message.en)
  return outcome.value.gradients ?? {}
}

it('gives the derivative by every number of the weights, in every layout that can say the cell', () => {
  let checked = 0
  fc.assert(
    fc.property(
      randomNetwork({ largest: 3, limit: 1, decimals: 2 }),
      fc.constantFrom(...LAYOUTS),
      fc.nat(),
      ({ chosen, network }, layout, pick) => {
        const written = writeWeights(chosen, layout, network)
        fc.pre(written.ok && chosen.options.activation !== 'relu')
        const weights: unknown = JSON.parse(JSON.stringify({ layout, ...written.value }))
        if (!isRecord(weights)) return
        const initial = network.form.states.map(({ id, initial: name }) => [
          name,
          Array.from(network.initial[id]),
        ])
        const body = {
          cell: chosen.cell.id,
          options: chosen.options,
          weights,
          x: network.x.map((x) => Array.from(x)),
          ...Object.fromEntries(initial),
          gradients: true,
        }
        const gradients = gradientsOf(body)
        for (const name of Object.keys(weights)) {
          if (name === 'layout') continue
          const numbers = places(weights[name], () => {})
          const slopes = places(gradients[name], () => {})
          expect(slopes.length, name).toBe(numbers.length)
          const k = pick % numbers.length
          const { value, set } = numbers[k]
          set(value + STEP)
          const above = Number(gradientsOf(body).L)
          set(value - STEP)
          const below = Number(gradientsOf(body).L)
          set(value)
          expect(Math.abs((above - below) / (2 * STEP) - slopes[k].value), `${layout} ${name}`).toBeLessThan(
            1e-7,
          )
          checked++
        }
      },
    ),
    { numRuns: process.env.UNROLL_FULL ? 500 : 40, seed: 15 },
  )
  expect(checked).toBeGreaterThan(50)
})
