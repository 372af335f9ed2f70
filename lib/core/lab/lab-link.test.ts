import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runNetwork } from '../cells/forward'
import { listCells } from '../cells/registry'
import { networkOf, listPlaces } from './draw-network'
import { readLabLink, writeLabLink } from './lab-link'
import { clampable, firstSetup, type LabSetup } from './lab-setup'

const setups: fc.Arbitrary<LabSetup> = fc
  .record({
    cell: fc.constantFrom(...listCells().map(({ id }) => id)),
    H: fc.integer({ min: 1, max: 8 }),
    I: fc.integer({ min: 1, max: 8 }),
    T: fc.integer({ min: 1, max: 12 }),
    seed: fc.stringMatching(/^[\w-]{1,12}$/),
    startsAtZero: fc.boolean(),
    edit: fc.double({ min: -9, max: 9, noNaN: true }),
    pick: fc.nat(),
  })
  .map(({ pick, edit, cell, ...rest }) => {
    const setup: LabSetup = { ...firstSetup(cell, rest.seed), ...rest }
    const places = listPlaces(setup)
    const place = places[pick % places.length]
    const at = place.isMatrix ? `${place.id}.0.${pick % place.shape[1]}` : `${place.id}.0`
    setup.edits = { [at]: edit }
    setup.t = 1 + (pick % setup.T)
    const form = networkOf(setup).form
    setup.part = form.quantities[pick % form.quantities.length].id
    return setup
  })

const numbersOf = (setup: LabSetup) => runNetwork(networkOf(setup)).steps

describe('a link to the lab', () => {
  it('brings back the very setup and its numbers', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const { setup: read, ignored } = readLabLink(writeLabLink(setup), 'other')
        expect(ignored).toEqual([])
        expect(read).toEqual(setup)
        expect(numbersOf(read)).toEqual(numbersOf(setup))
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('keeps conventions and held gates', () => {
    for (const cell of listCells()) {
      const first = firstSetup(cell.id, 's')
      const [gate] = clampable(cell, first.options)
      const setup = { ...first, clamps: gate ? { [gate]: 1 as const } : {} }
      expect(readLabLink(writeLabLink(setup), 'x').setup).toEqual(setup)
    }
    expect(readLabLink('cell=gru&o.reset=after&seed=a', 'x').setup.options.reset).toBe('after')
  })

  it.each([
    ['cell=transformer', 'cell'],
    ['cell=lstm&H=9', 'H'],
    ['cell=lstm&H=1.5', 'H'],
    ['cell=lstm&T=0', 'T'],
    ['cell=lstm&seed=<script>', 'seed'],
    ['cell=lstm&set=W_f.0.0~nought', 'set'],
    ['cell=lstm&hold=C~1', 'hold'],
    ['cell=lstm&part=nothing', 'part'],
    ['cell=lstm&t=7', 't'],
    ['cell=gru&o.reset=sometimes', 'o.reset'],
    ['cell=lstm&o.forgetGate=false&o.coupled=i%3D1-f', 'o'],
  ])('says what it left out of %s', (query, name) => {
    expect(readLabLink(query, 'x').ignored).toEqual([name])
  })
})

describe('the numbers of the lab', () => {
  it('stand on tenths, and the same seed gives every cell the same input', () => {
    const inputs = listCells().map(({ id }) => networkOf({ ...firstSetup(id, 'same'), I: 2 }).x)
    for (const x of inputs) expect(x).toEqual(inputs[0])
    for (const vector of inputs[0])
      for (const value of vector) expect(value).toBe(Math.round(value * 10) / 10)
  })

  it('hold a gate where it is asked to be held', () => {
    const setup = { ...firstSetup('lstm', 'a'), clamps: { f: 1 as const } }
    for (const step of numbersOf(setup)) expect([...step.f]).toEqual([1, 1])
  })

  it('begin at zero when asked, but for what was typed', () => {
    const setup = { ...firstSetup('lstm', 'a'), startsAtZero: true, edits: { 'h0.1': 0.25 } }
    expect([...networkOf(setup).initial.h]).toEqual([0, 0.25])
    expect([...networkOf(setup).initial.C]).toEqual([0, 0])
  })
})
