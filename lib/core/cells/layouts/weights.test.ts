import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listOptions, randomNetwork } from '../fixtures/random-network'
import { networkOf, readCases } from '../fixtures/read-cases'
import { runNetwork, type Network } from '../forward'
import { getCell, listCells } from '../registry'
import { LAYOUTS, type FrameworkName, type LayoutName } from './layout'
import { expressible, readWeights, writeWeights } from './weights'

const runs = { numRuns: process.env.UNROLL_FULL ? 1000 : 100, seed: 8 }
const anyNetwork = randomNetwork({ largest: 4, limit: 2, decimals: 3 })
const FRAMEWORKS: FrameworkName[] = ['pytorch', 'keras', 'onnx']

/** What the weights are read as has no minus zero to tell from zero. */
const numbers = (parameters: Record<string, Float64Array>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, values]) => [name, Array.from(values, (v) => v + 0)]),
  )

const finalState = (network: Network) => {
  const { steps, form } = runNetwork(network)
  return Array.from(steps[steps.length - 1][form.output])
}

const largestDifference = (a: number[], b: number[]) =>
  Math.max(...a.map((value, k) => Math.abs(value - b[k])))

/** The full counts take minutes. */
const FULL = { timeout: 3_600_000 }

describe('layouts of weights', () => {
  it('notes → any layout → notes is exact, wherever the layout can say it', FULL, () => {
    fc.assert(
      fc.property(anyNetwork, fc.constantFrom<LayoutName>(...LAYOUTS), ({ chosen, network }, layout) => {
        const written = writeWeights(chosen, layout, network)
        if (!written.ok) {
          expect(written.problem.code).toBe('not_expressible')
          return
        }
        const read = readWeights(chosen, layout, { layout, ...written.value })
        if (!read.ok) throw new Error(read.problem.message.en)
        expect(numbers(read.value.parameters)).toEqual(numbers(network.parameters))
        expect(read.value.sizes).toEqual(network.sizes)
      }),
      runs,
    )
  })

  it('X → notes → X keeps the function: two biases become one', FULL, () => {
    for (const layout of FRAMEWORKS) {
      for (const cell of listCells()) {
        for (const options of listOptions(cell)) {
          const chosen = { cell, options }
          const framework = expressible(chosen, layout)
          if (!framework.ok) continue
          fc.assert(
            fc.property(fc.infiniteStream(fc.integer({ min: -2000, max: 2000 })), (stream) => {
              const sizes = { H: 2, I: 3, O: 2 }
              const given = new Array<number>(200).fill(0).map(() => stream.next().value / 1000)
              const zero = writeWeights(chosen, layout, {
                sizes,
                parameters: readable(chosen, sizes),
              })
              if (!zero.ok) throw new Error(zero.problem.message.en)
              let used = 0
              const fill = (value: unknown): unknown =>
                Array.isArray(value) ? value.map(fill) : given[used++]
              const filled = { layout, ...(fillObject(zero.value, fill) as Record<string, unknown>) }
              const notes = readWeights(chosen, layout, filled)
              if (!notes.ok) throw new Error(notes.problem.message.en)
              const back = writeWeights(chosen, layout, notes.value)
              if (!back.ok) throw new Error(back.problem.message.en)
              const again = readWeights(chosen, layout, { layout, ...back.value })
              if (!again.ok) throw new Error(again.problem.message.en)
              const state = (parameters: Record<string, Float64Array>) =>
                finalState({
                  form: cell.form(options),
                  sizes,
                  parameters,
                  x: [new Float64Array([0.5, -1, 2]), new Float64Array([1, 0, -0.3])],
                  initial: { h: new Float64Array([0.2, -0.4]), C: new Float64Array([1, -1]) },
                })
              expect(state(again.value.parameters)).toEqual(state(notes.value.parameters))
            }),
            { numRuns: process.env.UNROLL_FULL ? 100 : 5, seed: 9 },
          )
        }
      }
    }
  })

  it('says which conventions no layout can express', FULL, () => {
    const can = (cell: string, options: object, layout: FrameworkName) => {
      const module = getCell(cell)
      const complete = { ...Object.fromEntries(module.options.map((o) => [o.id, o.fallback])), ...options }
      return expressible({ cell: module, options: complete }, layout).ok
    }
    const row = (cell: string, options: object) =>
      FRAMEWORKS.filter((layout) => can(cell, options, layout)).join()
    expect(row('lstm', {})).toBe('pytorch,keras,onnx')
    expect(row('lstm', { peephole: true })).toBe('onnx')
    expect(row('lstm', { coupled: 'f=1-i' })).toBe('onnx')
    expect(row('lstm', { coupled: 'i=1-f' })).toBe('')
    expect(row('lstm', { forgetGate: false })).toBe('')
    expect(row('gru', {})).toBe('keras,onnx')
    expect(row('gru', { reset: 'after' })).toBe('pytorch,keras,onnx')
    expect(row('gru', { reset: 'after', update: 'zh+(1-z)~h' })).toBe('pytorch,keras,onnx')
    expect(row('jordan', {})).toBe('')
  })

  it('is the same function for the other update convention with W_z and b_z negated', FULL, () => {
    fc.assert(
      fc.property(anyNetwork, ({ chosen, network }) => {
        if (chosen.cell.id !== 'gru') return
        const update = chosen.options.update === '(1-z)h+z~h' ? 'zh+(1-z)~h' : '(1-z)h+z~h'
        const turned = (name: string) => network.parameters[name].map((value) => -value)
        const renamed: Network = {
          ...network,
          form: chosen.cell.form({ ...chosen.options, update }),
          parameters: { ...network.parameters, W_z: turned('W_z'), b_z: turned('b_z') },
        }
        expect(largestDifference(finalState(renamed), finalState(network))).toBeLessThan(1e-14)
      }),
      runs,
    )
  })

  it('keeps the identities of the reference: r = 1 or H = 1 makes both resets one', FULL, () => {
    let compared = 0
    for (const each of readCases('gru_notes')) {
      if (each.identity !== 'identity_r1' && each.identity !== 'identity_H1') continue
      const { chosen, network } = networkOf(each, 'notes')
      const options = { ...chosen.options, reset: 'after' }
      const after: Network = {
        ...network,
        form: chosen.cell.form(options),
        parameters: { ...network.parameters, b_h: new Float64Array(network.sizes.H) },
      }
      expect(largestDifference(finalState(after), finalState(network)), each.id).toBeLessThan(1e-12)
      compared++
    }
    expect(compared).toBeGreaterThan(3)
  })
})

function readable(chosen: Parameters<typeof writeWeights>[0], sizes: { H: number; I: number; O: number }) {
  return Object.fromEntries(
    chosen.cell
      .form(chosen.options)
      .parameters.map(({ id, rows, columns }) => [
        id,
        new Float64Array(sizes[rows] * (columns ?? []).reduce((sum, c) => sum + sizes[c], columns ? 0 : 1)),
      ]),
  )
}

const fillObject = (record: Record<string, unknown>, fill: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, fill(value)]))
