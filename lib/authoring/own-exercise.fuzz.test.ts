import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ATTENTION_TEMPLATE,
  CELL_TEMPLATE,
  DOT_TEMPLATE,
  GATE_TEMPLATE,
} from '@/lib/core/authored-exercises/exercise-templates'
import { poseShowing } from '@/lib/core/exercises/pose-showing'
import { gradeTask } from '@/lib/core/exercises/grade-attempt'
import { authoredExerciseSchema } from '@/lib/exchange/authored-exercise/authored-exercise-schema'
import { checkNote } from './check-note'

const COUNT = process.env.UNROLL_FULL ? 600 : 150

/** What a script may send in place of a text, a number, or anything. */
const TEXTS = [
  '',
  'constructor',
  '__proto__',
  'z'.repeat(41),
  '1 / 0',
  'w[99]',
  'log(a)',
  'outer(w, x)',
  'q',
  '{{',
  '{{a}}{{b}}{{1/0}}{{w}}',
  '$\\frac{{{a}}}{0}$ <script>',
  '\uE800\uF000',
  'lstm',
  'gru',
]
const NUMBERS = [0, -1, 1, 2, 3, 8, 0.001, 0.5, 1e6, -1e6]
const ANYTHING = [null, [], {}, [1, 2], { zh: '一' }, { en: '{{a}}' }, true, 1e308, 'x']

type Json = Record<string, unknown> | unknown[]

function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown {
  if (key === undefined) return by
  const copy = structuredClone(value) as Json // a template is plain JSON
  const parts = copy as Record<string | number, unknown>
  parts[key] = replaced(parts[key], rest, by)
  return copy
}

const mutant = fc
  .tuple(
    fc.constantFrom<unknown>(GATE_TEMPLATE, DOT_TEMPLATE, ATTENTION_TEMPLATE, CELL_TEMPLATE),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 3 }),
  )
  .map(([template, changes]) =>
    changes.reduce<unknown>((now, [place, which, isAnything]) => {
      const places = placesIn(now)
      const path = places[place % places.length]
      const there = path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], now)
      const others = typeof there === 'string' ? TEXTS : typeof there === 'number' ? NUMBERS : ANYTHING
      const choices: readonly unknown[] = isAnything && which % 5 === 0 ? ANYTHING : others
      return replaced(now, path, choices[which % choices.length])
    }, template),
  )

describe('exercises that nobody’s form wrote', () => {
  it(`are refused or posed, ${COUNT} of them, and nothing is thrown`, () => {
    let wellFormed = 0
    fc.assert(
      fc.property(mutant, fc.string({ maxLength: 12 }), (exercise, typed) => {
        const note = { kind: 'EXERCISE' as const, tags: [], fields: {}, exercise }
        const { content, problems } = checkNote(note, new Map())
        if (!authoredExerciseSchema.safeParse(exercise).success) {
          expect(problems.length).toBeGreaterThan(0)
          return
        }
        wellFormed++
        // Even what is not published could lie in a browser: it is posed, or it is not.
        const shown = poseShowing({ noteId: 'n', noteRevision: 1, exercise, texts: content.texts }, 's')
        if (problems.length === 0) expect(shown).not.toBeNull()
        for (const { id } of shown?.exercise.tasks ?? []) {
          expect(gradeTask(shown?.exercise ?? never(), id, { [id]: [typed] }).task).toBe(id)
        }
        expect(JSON.stringify([shown?.exercise.html, content.cards])).not.toMatch(/<script|[\uE000-\uF8FF]/)
      }),
      { numRuns: COUNT, seed: 20261127 },
    )
    expect(wellFormed).toBeGreaterThan(COUNT / 10)
  })
})

function never(): never {
  throw new Error('There is no exercise')
}
