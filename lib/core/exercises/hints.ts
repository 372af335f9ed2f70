import type { Bilingual } from '../cells/bilingual'
import { scopeOf } from '../cells/forward'
import { quantityOf, quantityTex } from '../cells/tex'
import { formulaWithNumbers, type Piece } from '../lab/with-numbers'
import type { Exercise, Sheet, ValuesTask } from './exercise'
import { gradeTask, type Responses } from './grade-attempt'

/** One hint: a sentence, with a formula or a formula's numbers where it has one. */
export type Hint = {
  text: Bilingual
  tex?: string
  pieces?: Piece[]
  value?: number[]
  /** An author's own words, as safe HTML, in place of the text. */
  html?: Bilingual
}

export const HINT_COUNT = 3

/**
 * The three hints of a task: the formula; the same with numbers; the value of the first step that is wrong or open.
 * They lower what an answer is worth for mastery, never its verdict.
 */
export function hintsFor(exercise: Exercise, taskId: string, responses: Responses): Hint[] {
  const task = exercise.tasks.find(({ id }) => id === taskId)
  if (task === undefined) return []
  if (task.kind === 'numbers') return task.hints.map((html) => ({ text: { en: '', zh: '' }, html }))
  if (task.kind !== 'values') return task.hints.map((text) => ({ text }))
  const { sheet } = exercise
  if (sheet === null) return []
  const { form } = sheet.trace
  return [
    { text: { en: 'The formula.', zh: '公式。' }, tex: quantityTex(form, task.quantity) },
    {
      text: { en: 'With the numbers of the first component.', zh: '代入第一个分量的数。' },
      pieces: formulaWithNumbers(form, task.quantity, scopeAt(sheet, task), 0),
    },
    firstOpenStep(exercise, sheet, task, responses),
  ]
}

/** The first task before this one that is not answered right; failing that, the sum inside this one. */
function firstOpenStep(exercise: Exercise, sheet: Sheet, task: ValuesTask, responses: Responses): Hint {
  const before = exercise.tasks.slice(0, exercise.tasks.indexOf(task))
  const open = before.find((earlier): earlier is ValuesTask => {
    if (earlier.kind !== 'values') return false
    const { verdict } = gradeTask(exercise, earlier.id, responses)
    return verdict !== 'correct' && verdict !== 'coarse'
  })
  const { form } = sheet.trace
  if (open !== undefined) {
    return {
      text: { en: 'The value of the first step that is open.', zh: '第一个还没算对的步骤的值。' },
      tex: open.tex,
      value: Array.from(sheet.trace.steps[open.step][open.quantity]),
    }
  }
  const inner = innermost(sheet, task.quantity)
  if (inner !== null) {
    return {
      text: { en: 'The value on the way to it.', zh: '中间一步的值。' },
      tex: quantityOf(form, inner).tex,
      value: Array.from(sheet.trace.steps[task.step][inner]),
    }
  }
  return {
    text: { en: 'The first component is this.', zh: '第一个分量是这个。' },
    tex: task.tex,
    value: [sheet.trace.steps[task.step][task.quantity][0]],
  }
}

/** The quantity that this one is an activation of, or the part that it multiplies. */
function innermost({ trace }: Sheet, quantity: string): string | null {
  const { formula } = quantityOf(trace.form, quantity)
  if ('of' in formula && formula.of.op === 'now') return formula.of.quantity
  if (formula.op === 'multiply' && formula.right.op === 'now') return formula.right.quantity
  return null
}

const scopeAt = ({ trace }: Sheet, { step }: ValuesTask) => scopeOf(trace, trace.steps, step)
