import type { Bilingual } from '../cells/bilingual'
import type { ExerciseModule } from './exercise'
import { poseSheet, type Asked } from './pose-sheet'
import { drawSheet, type CellSheet } from './sheet-numbers'

/** One rung of an exercise that computes quantities of a cell. */
export type SheetRung = {
  name: Bilingual
  seconds: number
  sheet: CellSheet
  /** In the order of working; the hard form asks the last alone. Steps from 0. */
  asked: Asked
}

/** An exercise whose answers are quantities of a cell, worked from drawn numbers. */
export function quantityExercise(spec: {
  id: string
  name: Bilingual
  about: Bilingual
  prompt: Bilingual
  group: ExerciseModule['group']
  rungs: SheetRung[]
}): ExerciseModule {
  const { id, name, about, group, prompt, rungs } = spec
  return {
    id,
    generatorVersion: 1,
    name,
    about,
    group,
    rungs: rungs.map((rung) => ({ name: rung.name, seconds: rung.seconds })),
    listVariants: null,
    draw: (stream, rung) => drawSheet(rungs[rung - 1].sheet, stream),
    pose: (given, rung) => poseSheet(rungs[rung - 1].sheet, rungs[rung - 1].asked, prompt, given),
  }
}

/** The last quantity at step 0 after those that lead to it. */
export const inOneStep = (...quantities: string[]): Asked =>
  quantities.map((quantity) => ({ step: 0, quantity }))

/** These quantities at each of T steps. */
export const inEachStep = (T: number, ...quantities: string[]): Asked =>
  Array.from({ length: T }, (_, step) => quantities.map((quantity) => ({ step, quantity }))).flat()

export const GIVEN_1: Bilingual = { en: 'gates given, one unit', zh: '门已给出，一个单元' }
export const GIVEN_2: Bilingual = { en: 'gates given, two units', zh: '门已给出，两个单元' }
export const FROM_WEIGHTS: Bilingual = { en: 'from the weights', zh: '从权重算起' }
export const SIZE_1: Bilingual = { en: 'one unit', zh: '一个单元' }
export const SIZE_2: Bilingual = { en: 'two units', zh: '两个单元' }
export const TWO_STEPS: Bilingual = { en: 'two steps', zh: '两个时间步' }
export const THREE_STEPS: Bilingual = { en: 'three steps', zh: '三个时间步' }
