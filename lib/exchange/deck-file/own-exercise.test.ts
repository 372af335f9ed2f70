import { describe, expect, it } from 'vitest'
import {
  ATTENTION_TEMPLATE,
  CELL_TEMPLATE,
  DOT_TEMPLATE,
  GATE_TEMPLATE,
} from '@/lib/core/authored-exercises/exercise-templates'
import { readDeckFile } from './read-deck-file'
import { writeDeckFile } from './write-deck-file'
import type { DeckFile } from './deck-file'

const head = '---\ndeck: gates\ntitle: { en: Gates }\n---\n'

describe('an author’s own exercise in a deck file', () => {
  it.each([GATE_TEMPLATE, DOT_TEMPLATE, ATTENTION_TEMPLATE, CELL_TEMPLATE])(
    'is written and read back as it was: $title.en',
    (exercise) => {
      const deck: DeckFile = {
        key: 'gates',
        title: { en: 'Gates' },
        description: {},
        notes: [{ key: 'own', kind: 'EXERCISE', tags: ['lstm'], fields: {}, exercise }],
      }
      const text = writeDeckFile(deck)
      const read = readDeckFile(text)
      expect(read).toMatchObject({ ok: true, deck })
      expect(read.ok && writeDeckFile(read.deck)).toBe(text)
    },
  )

  it('leaves out what goes without saying', () => {
    const read = readDeckFile(`${head}
## own
kind: exercise
exercise:
  kind: formulas
  title: { en: A sum }
  question: { en: Add. }
  parameters:
    - { name: x, kind: integer, low: -50, high: 50 }
    - { name: y, kind: integer, low: -50, high: 50 }
  answers:
    - name: s
      formula: x + y
      slips:
        - { key: zero, formula: 0, name: { en: nothing }, message: { en: That is nothing. } }
  tests:
    - { answer: s, given: { x: 1, y: 2 }, typed: 3, expect: right }
`)
    expect(read.ok && read.deck.notes[0].exercise).toMatchObject({
      seconds: 60,
      derived: [],
      solution: {},
      answers: [{ tolerance: 0.005, hints: [], label: {}, slips: [{ formula: '0' }] }],
      tests: [{ typed: ['3'] }],
    })
  })

  it.each([
    ['{ kind: other }', /kind/],
    ['{ kind: formulas, title: { en: a }, parameters: 3, answers: [] }', /^parameters/],
    ['{ kind: formulas, title: { fr: a }, parameters: [], answers: [] }', /^title/],
    [
      '{ kind: formulas, title: { en: a }, parameters: [{ name: x, kind: dice }], answers: [] }',
      /^parameters.0/,
    ],
    ['[1, 2]', /./],
  ])('says where %s is not one', (written, place) => {
    const read = readDeckFile(`${head}\n## own\nkind: exercise\nexercise: ${written}\n`)
    const [problem] = read.ok ? [] : read.problems
    expect(problem).toMatchObject({ code: 'exercise-malformed', note: 'own' })
    expect(problem.detail).toMatch(place)
  })
})
