import type { Bilingual } from '../cells/bilingual'
import { scopeOf } from '../cells/forward'
import { quantityTex } from '../cells/tex'
import { formulaWithNumbers, type Piece } from '../lab/with-numbers'
import { atStep } from './at-step'
import type { Exercise } from './exercise'
import { addReads, noReads } from './reads-of'

/** One line of a worked solution: the formula, and each component with its numbers and its value. */
export type SolutionLine = {
  step: number
  quantity: string
  name: Bilingual
  /** What it is, at its step: f_1. */
  tex: string
  formulaTex: string
  components: { pieces: Piece[]; value: number }[]
}

export type Solution = {
  lines: SolutionLine[]
  /** For choices and orders: what is right, and why. */
  remarks: { task: string; right: string[]; explanation: Bilingual | null }[]
  /** The right numbers of an authored exercise. */
  numbers: { tex: string; values: readonly number[] }[]
  /** An author's own words, as safe HTML. */
  html: Bilingual | null
}

/** The full worked solution, as data. */
export function solutionOf(exercise: Exercise): Solution {
  const { tasks, variant, html } = exercise
  const numbers = tasks.flatMap((task) => {
    const solved = variant?.solution.answers.find(({ name }) => name === task.id)
    return task.kind === 'numbers' && solved ? [{ tex: task.tex, values: solved.right }] : []
  })
  return {
    lines: linesOf(exercise),
    remarks: remarksOf(exercise),
    numbers,
    html: html === undefined || (html.solution.en === '' && html.solution.zh === '') ? null : html.solution,
  }
}

function linesOf({ sheet, tasks }: Exercise): SolutionLine[] {
  if (sheet === null) return []
  const { trace } = sheet
  const { form } = trace
  const asked = tasks.filter((task) => task.kind === 'values')
  const lastStep = Math.max(...asked.map(({ step }) => step))
  const lines: SolutionLine[] = []
  for (let step = 0; step <= lastStep; step++) {
    const isGiven = (id: string) => trace.fixed?.[step]?.[id] !== undefined
    const reads = noReads()
    // What later steps read are the states, so those count as asked at every step before the last.
    const wanted =
      step < lastStep
        ? form.states.map(({ id }) => id)
        : asked.filter((task) => task.step === step).map(({ quantity }) => quantity)
    for (const quantity of wanted) {
      addReads(form, { op: 'now', quantity }, isGiven, reads)
    }
    const scope = scopeOf(trace, trace.steps, step)
    for (const { id, name, tex } of form.quantities) {
      if (!reads.quantities.has(id) || isGiven(id)) continue
      lines.push({
        step,
        quantity: id,
        name,
        tex: atStep(tex, step),
        formulaTex: quantityTex(form, id),
        components: Array.from(trace.steps[step][id], (value, k) => ({
          pieces: formulaWithNumbers(form, id, scope, k),
          value,
        })),
      })
    }
  }
  return lines
}

function remarksOf({ tasks }: Exercise): Solution['remarks'] {
  return tasks.flatMap((task) => {
    if (task.kind === 'values' || task.kind === 'numbers') return []
    if (task.kind === 'order') return [{ task: task.id, right: task.right, explanation: null }]
    const choice = task.choices.find(({ id }) => id === task.right)
    return [{ task: task.id, right: [task.right], explanation: choice?.explanation ?? null }]
  })
}
