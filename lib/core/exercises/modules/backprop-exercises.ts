import type { Bilingual } from '../../cells/bilingual'
import { runNetwork } from '../../cells/forward'
import { quantityTex } from '../../cells/tex'
import type { ExerciseModule, Posed, Sheet } from '../exercise'
import { valuesTask } from '../pose-sheet'
import { SIZE_1, SIZE_2 } from '../quantity-exercise'
import { vectorOf } from '../sheet-numbers'
import { elmanBackprop, lstmCellBackprop, lstmHiddenBackprop, type BackpropForm } from './backprop-forms'

type BackpropRung = { name: Bilingual; seconds: number; H: number; made: BackpropForm; asked: string[] }

function backpropExercise(spec: {
  id: string
  name: Bilingual
  about: Bilingual
  prompt: Bilingual
  rungs: BackpropRung[]
}): ExerciseModule {
  const { id, name, about, prompt, rungs } = spec
  const formulas = rungs.map(({ made: { form } }) =>
    form.quantities.map(({ id: quantity }) => quantityTex(form, quantity)).filter((tex) => tex.includes('=')),
  )
  return {
    id,
    generatorVersion: 1,
    name,
    about,
    group: 'backprop',
    rungs: rungs.map((rung) => ({ name: rung.name, seconds: rung.seconds })),
    listVariants: null,
    draw: (stream, rung) => {
      const { made, H } = rungs[rung - 1]
      return Object.fromEntries(
        made.draws.map(({ id: part, low, high, grid = 0.01 }) => {
          const random = stream(part)
          return [part, Array.from({ length: H }, () => random.onGrid(low, high, grid))]
        }),
      )
    },
    pose: (given, rung): Posed => {
      const { made, H, asked } = rungs[rung - 1]
      const { form, slips } = made
      const parameters = Object.fromEntries(
        form.parameters.map(({ id: part }) => [part, vectorOf(given[part])]),
      )
      const network = { form, sizes: { H, I: 1, O: H }, parameters, x: [new Float64Array(1)], initial: {} }
      const sheet: Sheet = { trace: runNetwork(network), slips }
      return {
        prompt,
        formulas: formulas[rung - 1],
        given: form.parameters.map(({ id: part, tex }) => ({
          tex,
          rows: Array.from(parameters[part], (value) => [value]),
        })),
        tasks: asked.map((quantity) => ({
          ...valuesTask(sheet, { step: 0, quantity }),
          tex: texOf(sheet, quantity),
        })),
        sheet,
      }
    },
  }
}

/** Derivatives keep their general indices: t and t − 1 say which way they go. */
const texOf = ({ trace }: Sheet, quantity: string) =>
  trace.form.quantities.find(({ id }) => id === quantity)?.tex ?? quantity

export const backpropExercises: ExerciseModule[] = [
  backpropExercise({
    id: 'rnn-backprop',
    name: { en: 'RNN: one step back', zh: 'RNN：往回一步' },
    about: { en: 'What is left of a derivative after one step back.', zh: '导数往回传一步之后还剩多少。' },
    prompt: {
      en: 'A plain RNN of one unit, h_t = tanh(W_h h_{t-1} + W_x x_t + b). Take the derivative one step back.',
      zh: '单个单元的普通 RNN：h_t = tanh(W_h h_{t-1} + W_x x_t + b)。把导数往回传一步。',
    },
    rungs: [{ name: SIZE_1, seconds: 60, H: 1, made: elmanBackprop(), asked: ['da', 'dh_previous'] }],
  }),
  backpropExercise({
    id: 'lstm-backprop',
    name: { en: 'LSTM: one step back', zh: 'LSTM：往回一步' },
    about: {
      en: 'Why gates help: the way back through the cell state only meets the forget gate.',
      zh: '门为什么有用：沿细胞状态往回，只遇到遗忘门。',
    },
    prompt: {
      en: 'The forward pass is done. Take the derivative one step back; what comes from later steps is given.',
      zh: '前向已经算完。把导数往回传一步；后面时间步传来的部分已给出。',
    },
    rungs: [
      { name: SIZE_1, seconds: 120, H: 1, made: lstmCellBackprop(), asked: ['dC', 'dC_previous'] },
      { name: SIZE_2, seconds: 200, H: 2, made: lstmCellBackprop(), asked: ['dC', 'dC_previous'] },
      {
        name: { en: 'by the hidden state', zh: '对隐状态' },
        seconds: 300,
        H: 1,
        made: lstmHiddenBackprop(),
        asked: ['dC', 'da_f', 'da_i', 'da_C', 'da_o', 'dh_previous'],
      },
    ],
  }),
]
