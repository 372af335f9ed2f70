import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../content/content'
import { listCells, withDefaults } from '../registry'

const NUMBERS = {
  value: (quantity: string) => `<${quantity}>`,
  share: (quantity: string) => `${quantity}%`,
  rest: (quantity: string) => `rest of ${quantity}`,
  previous: (state: string) => `old ${state}`,
  input: '<x>',
}

const forms = listCells().flatMap((cell) => [
  { name: cell.id, cell, options: withDefaults(cell) },
  ...cell.options.flatMap((option) =>
    option.kind === 'choice'
      ? option.choices.map(({ value }) => ({
          name: `${cell.id} ${option.id} ${value}`,
          cell,
          options: withDefaults(cell, { [option.id]: value }),
        }))
      : [],
  ),
])

describe('the worked example of a cell', () => {
  it.each(forms)('$name reads parts and states that the cell has, in both languages', ({ cell, options }) => {
    const { quantities } = cell.form(options)
    const known = new Set(quantities.map(({ id }) => id))
    const steps = cell.guide(options).filter(({ part }) => known.has(part))
    expect(steps.length).toBeGreaterThanOrEqual(6)
    expect(steps.length).toBeLessThanOrEqual(10)
    for (const { text } of steps) {
      for (const locale of LOCALES) {
        const said = text[locale](NUMBERS)
        for (const [, quantity] of said.matchAll(/<(\w+)>/g))
          expect(known.has(quantity) || quantity === 'x').toBe(true)
      }
    }
  })
})
