import { describe, expect, it } from 'vitest'
import { CASE_FILES, networkOf, readCases } from './fixtures/read-cases'
import { runNetwork } from './forward'
import { gradientsOf } from './gradients'
import { gradientsJson } from './gradients-json'
import type { LayoutName } from './layouts/layout'

const flat = (value: unknown): number[] =>
  Array.isArray(value) ? value.flatMap(flat) : typeof value === 'number' ? [value] : []

/** Largest difference over everything that the reference holds; absolute up to 1, relative above. */
function largestDifference(got: unknown, wanted: unknown, where: string): number {
  const a = flat(got)
  const b = flat(wanted)
  expect(a.length, where).toBe(b.length)
  return Math.max(0, ...a.map((value, k) => Math.abs(value - b[k]) / Math.max(1, Math.abs(b[k]))))
}

describe.each(CASE_FILES)('%s', (file) => {
  it('agrees with the reference: forward within 1e-12, gradients within 1e-10', () => {
    let forward = 0
    let backward = 0
    for (const each of readCases(file)) {
      for (const layout of Object.keys(each.weights) as LayoutName[]) {
        const { chosen, network } = networkOf(each, layout)
        const trace = runNetwork(network)
        each.steps.forEach((step, t) => {
          for (const [name, value] of Object.entries(step)) {
            const where = `${each.id} ${name} at step ${t + 1}`
            forward = Math.max(forward, largestDifference(Array.from(trace.steps[t][name]), value, where))
          }
        })
        const gradients = gradientsJson(chosen, layout, trace, gradientsOf(trace))
        if (!gradients.ok) throw new Error(gradients.problem.message.en)
        const isOfThisLayout = layout === 'pytorch' || each.weights.pytorch === undefined
        for (const [name, value] of Object.entries(each.grad)) {
          if (!isOfThisLayout && !(name in gradients.value)) continue
          backward = Math.max(
            backward,
            largestDifference(gradients.value[name], value, `${each.id} dL/d${name}`),
          )
        }
      }
    }
    console.info(`${file}: forward ${forward.toExponential(1)}, gradients ${backward.toExponential(1)}`)
    expect(forward).toBeLessThan(1e-12)
    expect(backward).toBeLessThan(1e-10)
  })
})
