import type { Bilingual } from '../cells/bilingual'
import { chooseCell } from '../cells/choose-cell'
import type { ExerciseModule } from '../exercises/exercise'
import { poseSheet } from '../exercises/pose-sheet'
import { inEachStep } from '../exercises/quantity-exercise'
import { drawSheet, type CellSheet } from '../exercises/sheet-numbers'
import type { CellExercise } from './authored-exercise'
import { inBothLanguages } from './in-both-languages'

const known = new WeakMap<CellExercise, ExerciseModule>()

/**
 * A built-in cell with an author's sizes and ranges, as an exercise like the house's: drawn, posed, judged, hinted and
 * solved by the same code. Null when there is no such cell or quantity, or its options contradict each other.
 */
export function moduleOfCell(definition: CellExercise, id: string, revision: number): ExerciseModule | null {
  const found = known.get(definition)
  if (found?.id === id && found.generatorVersion === revision) return found
  const chosen = chooseCell(definition.cell, definition.options)
  if (!chosen.ok) return null
  const { cell, options } = chosen.value
  const { H, I, T, given, reach, asked, seconds } = definition
  const there = new Set(cell.form(options).quantities.map((quantity) => quantity.id))
  if (asked.length === 0 || ![...asked, ...given].every((quantity) => there.has(quantity))) return null
  const sheet: CellSheet = { cell: cell.id, options, H, I, T, fixed: given, reach }
  const steps = inEachStep(T, ...asked)
  const prompt: Bilingual = {
    en: `Compute what is asked of this ${cell.name.en}.`,
    zh: `按要求计算这个 ${cell.name.zh}。`,
  }
  const name = inBothLanguages(definition.title)
  const module: ExerciseModule = {
    id,
    generatorVersion: revision,
    name,
    about: prompt,
    group: 'whole',
    rungs: [{ name, seconds }],
    listVariants: null,
    draw: (stream) => drawSheet(sheet, stream),
    pose: (numbers) => poseSheet(sheet, steps, prompt, numbers),
  }
  known.set(definition, module)
  return module
}
