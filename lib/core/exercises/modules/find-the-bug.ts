import type { Bilingual } from '../../cells/bilingual'
import { evaluate } from '../../cells/evaluate'
import { runNetwork, scopeOf, type Trace } from '../../cells/forward'
import { quantityOf, quantityTex, writtenOut } from '../../cells/tex'
import { atStep } from '../at-step'
import type { Choice, ChoiceTask, ExerciseModule, Given, Posed, Sheet, ShownLine } from '../exercise'
import { LEAST_DISTANCE } from '../is-telling'
import { poseSheet } from '../pose-sheet'
import { drawSheet, runSheet, type CellSheet } from '../sheet-numbers'

const RUNGS: { name: Bilingual; seconds: number; sheet: CellSheet }[] = [
  {
    name: { en: 'RNN, three steps', zh: 'RNN，三个时间步' },
    seconds: 90,
    sheet: { cell: 'rnn', H: 1, I: 1, T: 3 },
  },
  {
    name: { en: 'LSTM, one step', zh: 'LSTM，一步' },
    seconds: 150,
    sheet: { cell: 'lstm', H: 1, I: 1, T: 1 },
  },
  {
    name: { en: 'GRU, two units', zh: 'GRU，两个单元' },
    seconds: 180,
    sheet: { cell: 'gru', H: 2, I: 1, T: 1 },
  },
  {
    name: { en: 'LSTM, two steps', zh: 'LSTM，两个时间步' },
    seconds: 240,
    sheet: { cell: 'lstm', H: 1, I: 1, T: 2 },
  },
]
/** How many mistakes the second question offers. */
const OFFERED = 4
/** Two offered mistakes must be told apart by what is shown. */
const APART = 0.02

type Bug = { step: number; quantity: string; slip: string; order: string[] }

/** The quantities of the form that the notes name: the lines of a worked trace. */
const linesOf = ({ form }: Trace) => {
  const hidden = writtenOut(form)
  return form.quantities.filter(({ id }) => !hidden.has(id)).map(({ id }) => id)
}

function cataloguedSlips({ slips }: Sheet, quantity: string) {
  return slips.filter((slip) => slip.quantity === quantity && slip.isCatalogued)
}

function readBug(given: Given): Bug {
  const { step, quantity, slip, order } = given
  const isBug =
    typeof step === 'number' &&
    typeof quantity === 'string' &&
    typeof slip === 'string' &&
    Array.isArray(order)
  if (!isBug) throw new RangeError('A kept variant has no mistake in it')
  return { step, quantity, slip, order: order.map(String) }
}

const farthest = (a: Float64Array, b: Float64Array) =>
  Math.max(...a.map((value, k) => Math.abs(value - b[k])))

function pose(sheet: CellSheet, given: Given): Posed {
  const ran = runSheet(sheet, given)
  const { trace } = ran
  const bug = readBug(given)
  const candidates = cataloguedSlips(ran, bug.quantity)
  const valueOf = (id: string) => {
    const slip = candidates.find((each) => each.id === id)
    if (slip === undefined) throw new RangeError(`${bug.quantity} has no slip ${id}`)
    const right = trace.steps[bug.step][bug.quantity]
    return evaluate(slip.formula, scopeOf(trace, trace.steps, bug.step), right.length)
  }
  const wrong = valueOf(bug.slip)
  const fixed = trace.steps.map((_, t) => (t === bug.step ? { [bug.quantity]: wrong } : {}))
  const worked = runNetwork({ ...trace, fixed })
  const lines = linesOf(trace)
  const shown = worked.steps.flatMap((record, step) =>
    lines.map((id): ShownLine => ({
      id: `${id}@${step + 1}`,
      tex: atStep(quantityOf(trace.form, id).tex, step),
      step,
      values: Array.from(record[id], (value) => Number(value.toFixed(3))),
    })),
  )
  const offered = bug.order
    .filter((id) => id === bug.slip || farthest(valueOf(id), wrong) >= APART)
    .filter(
      (id, _, all) => id === bug.slip || all.filter((other) => other !== bug.slip).indexOf(id) < OFFERED - 1,
    )
  const asked = trace.steps.flatMap((_, step) => lines.map((quantity) => ({ step, quantity })))
  return {
    prompt: {
      en: 'One line of this worked example is wrong; the lines after it follow from it. Which line is it?',
      zh: '这份演算里有一行算错了，后面的各行都是照着它算下去的。错的是哪一行？',
    },
    formulas: lines.map((id) => quantityTex(trace.form, id)),
    given: poseSheet(sheet, asked, { en: '', zh: '' }, given).given,
    shown,
    tasks: [lineTask(ran, bug, shown), slipTask(ran, bug, offered)],
    sheet: null,
    isClear: farthest(wrong, trace.steps[bug.step][bug.quantity]) >= LEAST_DISTANCE,
  }
}

function lineTask({ trace }: Sheet, bug: Bug, shown: ShownLine[]): ChoiceTask {
  const right = `${bug.quantity}@${bug.step + 1}`
  const place = shown.findIndex(({ id }) => id === right)
  const { name, role } = quantityOf(trace.form, bug.quantity)
  const isGate = role === 'gate' || role === 'candidate'
  return {
    kind: 'choice',
    id: 'line',
    prompt: { en: 'Which line is wrong?', zh: '哪一行错了？' },
    choices: shown.map(({ id, tex }, k): Choice => ({
      id,
      label: { en: '', zh: '' },
      tex,
      explanation:
        k === place
          ? {
              en: `Yes: the ${name.en} does not follow from the lines above it.`,
              zh: `对：${name.zh}与上面各行对不上。`,
            }
          : k < place
            ? { en: 'This line is right.', zh: '这一行是对的。' }
            : {
                en: 'This line is right for the numbers above it; the mistake came earlier.',
                zh: '按上面的数来算，这一行没有错；错误出在更前面。',
              },
    })),
    right,
    hints: [
      {
        en: 'Take each line with the numbers that stand above it, right or wrong.',
        zh: '逐行验算：不管上面的数对不对，都照着它算。',
      },
      { en: `The mistake is in step ${bug.step + 1}.`, zh: `错误在第 ${bug.step + 1} 步。` },
      isGate
        ? { en: 'It is in a gate or a candidate, not in a state.', zh: '错在门或候选上，不在状态上。' }
        : { en: 'It is in a state, not in a gate.', zh: '错在状态上，不在门上。' },
    ],
  }
}

function slipTask(sheet: Sheet, bug: Bug, offered: string[]): ChoiceTask {
  const known = cataloguedSlips(sheet, bug.quantity)
  return {
    kind: 'choice',
    id: 'slip',
    prompt: { en: 'What went wrong there?', zh: '那一行错在哪里？' },
    choices: offered.map((id): Choice => {
      const slip = known.find((each) => each.id === id)
      return {
        id,
        label: slip?.name ?? { en: id, zh: id },
        explanation: slip?.explanation ?? { en: '', zh: '' },
      }
    }),
    right: bug.slip,
    hints: [
      { en: 'Compute the line as it should be, and compare.', zh: '先把这一行正确地算一遍，再比较。' },
      {
        en: 'Try each mistake: which of them gives the number shown?',
        zh: '把每种错误都试一试：哪一种会得到表里的数？',
      },
      known.find(({ id }) => id === bug.slip)?.explanation ?? { en: '', zh: '' },
    ],
  }
}

export const findTheBug: ExerciseModule = {
  id: 'find-the-bug',
  generatorVersion: 1,
  group: 'judgement',
  name: { en: 'Find the mistake', zh: '找出错误' },
  about: {
    en: 'A worked example with one slip in it: find the line, then name the slip.',
    zh: '一份藏了一处错误的演算：先找到那一行，再说出错在哪里。',
  },
  rungs: RUNGS.map(({ name, seconds }) => ({ name, seconds })),
  listVariants: null,
  draw: (stream, rung) => {
    const { sheet } = RUNGS[rung - 1]
    const numbers = drawSheet(sheet, stream)
    const ran = runSheet(sheet, numbers)
    const random = stream('bug')
    const places = ran.trace.steps.flatMap((_, step) =>
      linesOf(ran.trace)
        .filter((quantity) => cataloguedSlips(ran, quantity).length > 0)
        .map((quantity) => ({ step, quantity })),
    )
    const place = random.pick(places)
    const order = random.shuffled(cataloguedSlips(ran, place.quantity).map(({ id }) => id))
    return { ...numbers, ...place, slip: random.pick(order), order }
  },
  pose: (given, rung) => pose(RUNGS[rung - 1].sheet, given),
}
