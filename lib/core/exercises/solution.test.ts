import { expect, it } from 'vitest'
import type { Piece } from '../lab/with-numbers'
import { shown } from '../lab/shown'
import { listExercises } from './exercise-registry'
import { makeExercise } from './make-exercise'
import { solutionOf } from './solution'

const written = (pieces: Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      return piece.kind === 'number' ? shown(piece.value) : piece.terms.map(written).join(' + ')
    })
    .join('')

it('never sets a minus behind another sign without a bracket', () => {
  const lines = listExercises().flatMap((module) =>
    module.rungs.flatMap((_, index) =>
      [0, 1, 2, 3].flatMap((seed) =>
        solutionOf(makeExercise(module, index + 1, `signs ${seed}`)).lines.flatMap(({ components }) =>
          components.map(({ pieces }) => written(pieces)),
        ),
      ),
    ),
  )
  expect(lines.length).toBeGreaterThan(500)
  expect(lines.filter((line) => /[+−·] −/.test(line))).toEqual([])
})
