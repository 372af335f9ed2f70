import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/core/content/content'
import { exerciseOfShowing, findExerciseCard, showingSeed } from '@/lib/core/exercises/exercise-card'
import { listExercises } from '@/lib/core/exercises/exercise-registry'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { readDeckFile } from '@/lib/exchange/deck-file/read-deck-file'
import { writeDeckFile } from '@/lib/exchange/deck-file/write-deck-file'
import { prepareDeck, type PreparedDeck } from './prepare-deck'

const text = readFileSync(path.join(import.meta.dirname, '../../prisma/decks/02-gates-by-hand.md'), 'utf8')

describe('the deck “Gates by hand”', () => {
  let deck: PreparedDeck

  beforeAll(async () => {
    const prepared = await prepareDeck(text, [])
    expect(prepared.ok ? [] : prepared.problems).toEqual([])
    if (prepared.ok) deck = prepared.deck
  })

  it('asks at least two dozen exercises, no rung of one twice, each named in both languages', () => {
    expect(deck.notes.length).toBeGreaterThanOrEqual(24)
    const rungs = deck.notes.map(({ content }) => JSON.stringify(findExerciseCard(content.exercise)))
    expect(new Set(rungs).size).toBe(deck.notes.length)
    for (const { key, content } of deck.notes) {
      expect(content.kind, key).toBe('EXERCISE')
      for (const locale of LOCALES) expect(content.cards[0].sides[locale]?.front, key).toMatch(/^<p>.+<\/p>$/)
    }
  })

  it('goes up the ladder: no rung of an exercise before a lower one', () => {
    const reached = new Map<string, number>()
    for (const { key, content } of deck.notes) {
      const card = findExerciseCard(content.exercise)
      if (card === null) throw new Error(key)
      expect(card.rung, key).toBeGreaterThan(reached.get(card.id) ?? 0)
      reached.set(card.id, card.rung)
    }
  })

  it('has the fixed formulas of every showing rendered ahead', () => {
    const drawn = (tex: string) => /\d\.\d/.test(tex) // a number of this showing
    for (const { key, content } of deck.notes) {
      const card = findExerciseCard(content.exercise)
      if (card === null) throw new Error(key)
      for (let i = 0; i < 5; i++) {
        const asked = texOfExercise(exerciseOfShowing(card, showingSeed('learner', key, `event ${i}`)))
        expect(
          asked.filter((tex) => !drawn(tex) && !content.formulas?.[tex]),
          key,
        ).toEqual([])
      }
    }
  })

  it('has an exercise of every group', () => {
    const groups = new Set(listExercises().map((module) => module.group))
    const asked = new Set(deck.notes.map(({ content }) => findExerciseCard(content.exercise)?.id))
    for (const group of groups) {
      expect(
        listExercises().some((module) => module.group === group && asked.has(module.id)),
        group,
      ).toBe(true)
    }
  })

  it('is written as the writer of deck files writes it', () => {
    const read = readDeckFile(text)
    expect(read.ok && writeDeckFile(read.deck).trimEnd()).toBe(text.trimEnd())
  })
})
