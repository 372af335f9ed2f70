import { expect, it } from 'vitest'
import { listOptions } from './fixtures/random-network'
import { listCells } from './registry'
import { quantityTex } from './tex'

it('writes no formula that says the same on both sides', () => {
  const lines = listCells().flatMap((cell) =>
    listOptions(cell).flatMap((options) => {
      const form = cell.form(options)
      return form.quantities.map(({ id }) => quantityTex(form, id))
    }),
  )
  const sides = lines.map((line) => line.replace(/\\(left|right)/g, '').split(' = '))
  expect(sides.filter(([left, right]) => left === right)).toEqual([])
  expect(lines).toContain('\\tanh(C_t)')
})
