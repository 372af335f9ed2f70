import { describe, expect, it } from 'vitest'
import { NEW_MEMORY, type Memory } from '../memory/memory'
import { DEFAULT_WEIGHTS } from '../schedule/default-settings'
import { cramAfter, cramOrder, type CramInput } from './cram'

const cards = Array.from({ length: 30 }, (_, i) => ({
  id: `c${i}`,
  noteId: `n${i}`,
  deckId: 'd',
  position: 30 - i,
  ord: 0,
  askAgainAt: null,
}))
const known = (stability: number, part: Partial<Memory> = {}): Memory => ({
  ...NEW_MEMORY,
  state: 'REVIEW',
  stability,
  difficulty: 5,
  lastDay: 100,
  ...part,
})
const cram = (part: Partial<CramInput> = {}) =>
  cramOrder({
    cards,
    memories: new Map(),
    order: 'deck',
    studyDay: 120,
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    ...part,
  })

describe('a cram', () => {
  it('goes through every card that is not suspended, in deck order', () => {
    const memories = new Map([['c3', known(5, { suspended: true })]])
    const order = cram({ memories })
    expect(order).toHaveLength(29)
    expect(order.slice(0, 3)).toEqual(['c29', 'c28', 'c27'])
    expect(order).not.toContain('c3')
  })

  it('or what is least remembered first, and what is new last', () => {
    const memories = new Map([
      ['c1', known(100)],
      ['c2', known(2)],
      ['c3', known(20)],
    ])
    expect(cram({ memories, order: 'weakest' }).slice(0, 4)).toEqual(['c2', 'c3', 'c1', 'c29'])
  })

  it('or shuffled, the same way for the same seed', () => {
    const once = cram({ order: 'shuffled' })
    expect(cram({ order: 'shuffled' })).toEqual(once)
    expect(cram({ order: 'shuffled', seed: 2 })).not.toEqual(once)
    expect([...once].sort()).toEqual(cards.map(({ id }) => id).sort())
  })

  it('brings a missed card back five cards later, or at the end, and ends when all are known', () => {
    expect(cramAfter(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 1)).toEqual(['b', 'c', 'd', 'e', 'f', 'a', 'g'])
    expect(cramAfter(['a', 'b'], 1)).toEqual(['b', 'a'])
    expect(cramAfter(['a'], 3)).toEqual([])
    expect(cramAfter([], 1)).toEqual([])
  })
})
