import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluate'
import { CASE_FILES, networkOf, readCases, readMistakes } from '../fixtures/read-cases'
import { runNetwork, scopeOf } from '../forward'
import { listCells, withDefaults } from '../registry'

describe('the slip catalogue', () => {
  it('gives the value of every labelled mistake within 1e-12', () => {
    const cases = new Map(CASE_FILES.flatMap((file) => readCases(file)).map((each) => [each.id, each]))
    for (const { case: id, step, quantity, index, mistake, wrong } of readMistakes()) {
      const each = cases.get(id)
      if (each === undefined) throw new Error(`No case ${id}`)
      const { chosen, network } = networkOf(each, each.weights.notes ? 'notes' : 'pytorch')
      const trace = runNetwork(network)
      const slip = chosen.cell
        .slips(chosen.options)
        .find((candidate) => candidate.id === mistake && candidate.quantity === quantity)
      if (slip === undefined) throw new Error(`${quantity} has no slip ${mistake}`)
      const value = evaluate(slip.formula, scopeOf(trace, trace.steps, step - 1), network.sizes.H)
      expect(
        Math.abs(value[index] - wrong) / Math.max(1, Math.abs(wrong)),
        `${id} ${quantity} ${mistake}`,
      ).toBeLessThan(1e-12)
    }
  })

  it('names each slip once a quantity, in both languages, and never gives a number away', () => {
    for (const cell of listCells()) {
      const combinations = cell.options.reduce<Record<string, string | number | boolean>[]>(
        (made, option) => {
          const values =
            option.kind === 'boolean'
              ? [true, false]
              : option.kind === 'choice'
                ? option.choices.map((c) => c.value)
                : [0, 1]
          return made.flatMap((options) => values.map((value) => ({ ...options, [option.id]: value })))
        },
        [withDefaults(cell)],
      )
      for (const options of combinations) {
        if (cell.findContradiction(options) !== null) continue
        const form = cell.form(options)
        const slips = cell.slips(options)
        const keys = slips.map(({ quantity, id }) => `${quantity} ${id}`)
        expect(new Set(keys).size, `${cell.id} ${JSON.stringify(options)}`).toBe(keys.length)
        for (const { quantity, name, explanation } of slips) {
          expect(form.quantities.some(({ id }) => id === quantity)).toBe(true)
          for (const said of [name.en, name.zh, explanation.en, explanation.zh]) {
            expect(said.trim(), `${cell.id} ${quantity}`).not.toBe('')
          }
          expect(explanation.en).not.toMatch(/\d\.\d/)
        }
      }
    }
  })
})
