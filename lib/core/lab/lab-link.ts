import type { CellModule, CellOptions, OptionSpec } from '../cells/cell'
import { findCell, withDefaults } from '../cells/registry'
import { clampable, firstCell, firstSetup, LAB_LIMITS, type LabSetup } from './lab-setup'

/**
 * A setup as a link's query and back. Short: only what differs from the first setup of its cell is written. What a
 * link says and the lab cannot do is left out and named, so that the page can say so.
 */
export function writeLabLink(setup: LabSetup): string {
  const first = firstSetup(setup.cell, setup.seed)
  const query = new URLSearchParams({ cell: setup.cell })
  for (const [id, value] of Object.entries(setup.options)) {
    if (value !== first.options[id]) query.set(`o.${id}`, String(value))
  }
  for (const size of ['H', 'I', 'O', 'T'] as const) {
    if (setup[size] !== first[size]) query.set(size, String(setup[size]))
  }
  query.set('seed', setup.seed)
  if (setup.startsAtZero) query.set('zero', '1')
  const edits = Object.entries(setup.edits)
  if (edits.length > 0) query.set('set', edits.map(([place, value]) => `${place}~${value}`).join(' '))
  const clamps = Object.entries(setup.clamps)
  if (clamps.length > 0) query.set('hold', clamps.map(([id, value]) => `${id}~${value}`).join(' '))
  if (setup.t !== first.t) query.set('t', String(setup.t))
  if (setup.part !== first.part) query.set('part', setup.part)
  return query.toString()
}

export type LabLink = {
  setup: LabSetup
  /** Names in the query that could not be read and were left out. */
  ignored: string[]
}

/** @param query a link's query, with or without `?`; @param seed used where the link has none */
export function readLabLink(query: string, seed: string): LabLink {
  const given = new URLSearchParams(query)
  const ignored: string[] = []
  const cell = findCell(given.get('cell') ?? firstCell())
  if (!cell) return { setup: firstSetup(firstCell(), seed), ignored: ['cell'] }

  const first = firstSetup(cell.id, seed)
  const options = readOptions(cell, given, ignored)
  const form = cell.form(options)
  const setup: LabSetup = { ...first, options, part: form.quantities[0].id }

  for (const size of ['H', 'I', 'O', 'T'] as const) {
    const text = given.get(size)
    if (text === null) continue
    const value = Number(text)
    const largest = size === 'T' ? LAB_LIMITS.steps : LAB_LIMITS.size
    if (Number.isInteger(value) && value >= 1 && value <= largest) setup[size] = value
    else ignored.push(size)
  }
  const givenSeed = given.get('seed')
  if (givenSeed !== null) {
    if (/^[\w-]{1,40}$/.test(givenSeed)) setup.seed = givenSeed
    else ignored.push('seed')
  }
  setup.startsAtZero = given.get('zero') === '1'
  setup.edits = readEdits(given.get('set'), ignored)
  const gates = clampable(cell, options)
  for (const entry of entriesOf(given.get('hold'))) {
    const [id, value] = entry.split('~')
    if (gates.includes(id) && (value === '0' || value === '1')) setup.clamps[id] = value === '1' ? 1 : 0
    else ignored.push('hold')
  }
  const t = Number(given.get('t') ?? 1)
  if (Number.isInteger(t) && t >= 1 && t <= setup.T) setup.t = t
  else ignored.push('t')
  const part = given.get('part')
  if (part !== null) {
    if (form.quantities.some(({ id }) => id === part)) setup.part = part
    else ignored.push('part')
  }
  return { setup, ignored: [...new Set(ignored)] }
}

function readOptions(cell: CellModule, given: URLSearchParams, ignored: string[]): CellOptions {
  const options = withDefaults(cell)
  for (const spec of cell.options) {
    const text = given.get(`o.${spec.id}`)
    if (text === null) continue
    const value = readOption(spec, text)
    if (value === null) ignored.push(`o.${spec.id}`)
    else options[spec.id] = value
  }
  if (!cell.findContradiction(options)) return options
  ignored.push('o')
  return withDefaults(cell)
}

function readOption(spec: OptionSpec, text: string): string | number | boolean | null {
  switch (spec.kind) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : null
    case 'choice':
      return spec.choices.some(({ value }) => value === text) ? text : null
    case 'number': {
      const value = Number(text)
      return text !== '' && value >= spec.min && value <= spec.max ? value : null
    }
  }
}

function readEdits(text: string | null, ignored: string[]): Record<string, number> {
  const edits: Record<string, number> = {}
  for (const entry of entriesOf(text).slice(0, LAB_LIMITS.edits)) {
    const [place, digits] = entry.split('~')
    const value = Number(digits)
    if (/^\w+(\.\d+){1,2}$/.test(place) && digits !== '' && Math.abs(value) <= 1000) edits[place] = value
    else ignored.push('set')
  }
  return edits
}

const entriesOf = (text: string | null): string[] => (text ? text.split(' ') : [])
