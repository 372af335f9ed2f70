import type { Bilingual } from '../cells/bilingual'
import { quantityTex, quantityOf } from '../cells/tex'
import { atStep } from './at-step'
import type { Given, GivenBlock, Posed, Sheet, ValuesTask } from './exercise'
import { addReads, noReads, type Reads } from './reads-of'
import { rowsToShow, runSheet, type CellSheet } from './sheet-numbers'

/** Quantities to ask for, in the order of working; steps from 0. */
export type Asked = { step: number; quantity: string }[]

/** Poses a sheet: asks these quantities, shows what they and their catalogued slips read, and nothing else. */
export function poseSheet(sheet: CellSheet, asked: Asked, prompt: Bilingual, given: Given): Posed {
  const ran = runSheet(sheet, given)
  const { formulas, reads } = preparedFor(ran, asked, sheet.fixed ?? [])
  return {
    prompt,
    formulas,
    given: shownNumbers(ran, asked, sheet.fixed ?? [], reads),
    tasks: asked.map((each) => valuesTask(ran, each)),
    sheet: ran,
  }
}

/** What does not depend on the numbers is made once a rung: generators draw many times. */
function preparedFor(ran: Sheet, asked: Asked, fixed: string[]): { formulas: string[]; reads: Reads } {
  const found = prepared.get(asked) ?? {
    formulas: formulasOf(ran, asked),
    reads: readsFor(ran, asked, fixed),
  }
  prepared.set(asked, found)
  return found
}
const prepared = new WeakMap<Asked, { formulas: string[]; reads: Reads }>()

/** One box a component of one quantity. */
export function valuesTask({ trace }: Sheet, { step, quantity }: Asked[number]): ValuesTask {
  const { name, tex } = quantityOf(trace.form, quantity)
  const shown = atStep(tex, step)
  return {
    kind: 'values',
    id: `${quantity}@${step + 1}`,
    prompt: { en: `Compute the ${name.en}.`, zh: `计算${name.zh}。` },
    tex: shown,
    step,
    quantity,
    size: trace.steps[step][quantity].length,
  }
}

function formulasOf({ trace }: Sheet, asked: Asked): string[] {
  const seen = new Set(asked.map(({ quantity }) => quantity))
  return trace.form.quantities.filter(({ id }) => seen.has(id)).map(({ id }) => quantityTex(trace.form, id))
}

/** What the asked quantities and their catalogued slips read: a slip must be possible on what is shown. */
function readsFor({ trace: { form }, slips }: Sheet, asked: Asked, fixed: string[]): Reads {
  const isGiven = (quantity: string) => fixed.includes(quantity)
  const reads = noReads()
  for (const { quantity } of asked) {
    addReads(form, quantityOf(form, quantity).formula, isGiven, reads)
    for (const slip of slips) {
      if (slip.quantity === quantity && slip.isCatalogued) addReads(form, slip.formula, isGiven, reads)
    }
  }
  return reads
}

/** The numbers on the page: weights first, then states, inputs and given quantities. */
function shownNumbers({ trace }: Sheet, asked: Asked, fixed: string[], reads: Reads): GivenBlock[] {
  const { form } = trace
  const lastStep = Math.max(...asked.map(({ step }) => step))
  const column = (values: ArrayLike<number>) => Array.from(values, (value) => [value])
  const blocks: GivenBlock[] = form.parameters
    .filter(({ id }) => reads.parameters.has(id))
    .map(({ id, tex }) => ({ tex, rows: rowsToShow(trace, id) }))
  for (const { id, tex } of form.states) {
    if (reads.states.has(id)) blocks.push({ tex: `${tex}_{0}`, rows: column(trace.initial[id]) })
  }
  for (let t = 0; t <= lastStep; t++) {
    if (reads.readsInput) blocks.push({ tex: `x_{${t + 1}}`, rows: column(trace.x[t]) })
    for (const id of fixed) {
      if (!reads.quantities.has(id)) continue
      blocks.push({ tex: atStep(quantityOf(form, id).tex, t), rows: column(trace.steps[t][id]) })
    }
  }
  return blocks
}
