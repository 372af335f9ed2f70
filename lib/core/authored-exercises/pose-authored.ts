import type { Exercise, GivenBlock, NumbersTask } from '../exercises/exercise'
import { searchTelling } from '../exercises/make-exercise'
import { evaluateFormula } from '../formula-language/evaluate-formula'
import { parseFormula } from '../formula-language/parse-formula'
import { isMatrix, isNumber, isVector, type Value } from '../formula-language/value'
import {
  authoredExerciseId,
  type AuthoredExercise,
  type CellExercise,
  type FormulaExercise,
  type Text,
} from './authored-exercise'
import { moduleOfCell } from './cell-exercise'
import { fillHoles, hintKey, slipKey, type ExerciseTexts } from './exercise-texts'
import { inBothLanguages } from './in-both-languages'
import { makeVariant, type Variant } from './make-variant'
import { findHoles } from './text-holes'
import { texOfName } from './tex-of-name'

/** Where an authored exercise stands: its note, the revision of it, and its texts as they were rendered. */
export type AuthoredSource = { noteId: string; revision: number; texts: ExerciseTexts | null }

const MOST_CELL_DRAWS = 300

/**
 * A variant of an authored exercise, ready to be shown and judged. Without texts, which the server does not need for
 * judging, it has none. Null where the definition makes no variant, which is refused when it is published.
 */
export function poseAuthored(
  definition: AuthoredExercise,
  source: AuthoredSource,
  seed: string,
): Exercise | null {
  if (definition.kind === 'cell') return poseCell(definition, source, seed)
  const made = makeVariant(definition, source.revision, seed)
  return made.ok ? poseVariant(definition, made.variant, source) : null
}

function poseCell(definition: CellExercise, source: AuthoredSource, seed: string): Exercise | null {
  const module = moduleOfCell(definition, authoredExerciseId(source.noteId), source.revision)
  if (module === null) return null
  const { exercise } = searchTelling(module, 1, seed, MOST_CELL_DRAWS)
  const question = source.texts?.html.question
  if (question === undefined) return exercise
  const values = valuesOfHoles(source.texts?.holes ?? [], new Map())
  return { ...exercise, html: { question: filled(question, values), solution: { en: '', zh: '' } } }
}

export function poseVariant(
  definition: FormulaExercise,
  variant: Variant,
  { noteId, revision, texts }: AuthoredSource,
): Exercise {
  const values = valuesOfHoles(texts?.holes ?? [], variant.solution.scope)
  const text = (key: string, otherwise: Text = {}) => filled(texts?.html[key] ?? otherwise, values)
  const tasks = definition.answers.map((answer): NumbersTask => {
    const right = variant.solution.answers.find(({ name }) => name === answer.name)?.right ?? []
    return {
      kind: 'numbers',
      id: answer.name,
      prompt: inBothLanguages(answer.label),
      tex: answer.tex ?? texOfName(answer.name),
      size: right.length,
      tolerance: answer.tolerance,
      slips: answer.slips.map(({ key, name }) => ({
        id: key,
        name: inBothLanguages(name),
        html: text(slipKey(answer.name, key)),
      })),
      hints: answer.hints.map((_, n) => text(hintKey(answer.name, n))),
    }
  })
  return {
    id: authoredExerciseId(noteId),
    rung: 1,
    generatorVersion: revision,
    seed: variant.seed,
    numbers: Object.fromEntries(variant.given),
    prompt: inBothLanguages(definition.title),
    formulas: [],
    given: listGiven(definition, variant.given),
    tasks,
    sheet: null,
    html: { question: text('question'), solution: text('solution') },
    variant,
  }
}

/** What was drawn and is not in the question's own words. */
function listGiven({ parameters, question }: FormulaExercise, given: Variant['given']): GivenBlock[] {
  const said = new Set(
    Object.values(question).flatMap((text) =>
      findHoles(text).flatMap(({ formula }) => {
        const parsed = parseFormula(formula)
        return parsed.ok ? parsed.value.names : []
      }),
    ),
  )
  return parameters.flatMap(({ name, tex }): GivenBlock[] => {
    const value = given.get(name)
    if (value === undefined || said.has(name)) return []
    const rows = isMatrix(value) ? value : isVector(value) ? value.map((entry) => [entry]) : [[Number(value)]]
    return [{ tex: tex ?? texOfName(name), rows, ...(isNumber(value) ? { isScalar: true } : {}) }]
  })
}

function valuesOfHoles(holes: readonly string[], scope: ReadonlyMap<string, Value>): (Value | null)[] {
  return holes.map((hole) => {
    const parsed = parseFormula(hole)
    const outcome = parsed.ok ? evaluateFormula(parsed.value, scope) : parsed
    return outcome.ok ? outcome.value : null
  })
}

function filled(text: Text, values: readonly (Value | null)[]) {
  const { en, zh } = inBothLanguages(text)
  return { en: fillHoles(en, values), zh: fillHoles(zh, values) }
}
