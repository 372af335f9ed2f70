import type { Bilingual } from '../../cells/bilingual'
import type { ExerciseModule } from '../exercise'
import {
  inEachStep,
  inOneStep,
  quantityExercise,
  SIZE_1,
  SIZE_2,
  THREE_STEPS,
  TWO_STEPS,
} from '../quantity-exercise'

const one = { cell: 'lstm', H: 1, I: 1, T: 1 }
const two = { cell: 'lstm', H: 2, I: 2, T: 1 }

const GIVEN_1: Bilingual = { en: 'gates given, one unit', zh: '门已给出，一个单元' }
const FROM_WEIGHTS: Bilingual = { en: 'from the weights', zh: '从权重算起' }
const GIVEN_2: Bilingual = { en: 'gates given, two units', zh: '门已给出，两个单元' }

function gateExercise(
  gate: string,
  preActivation: string,
  name: Bilingual,
  about: Bilingual,
): ExerciseModule {
  return quantityExercise({
    id: `lstm-${gate === 'C_tilde' ? 'candidate' : gate}`,
    group: 'lstm',
    name: { en: `LSTM: the ${name.en}`, zh: `LSTM：${name.zh}` },
    about,
    prompt: { en: `Compute the ${name.en} of this LSTM.`, zh: `计算这个 LSTM 的${name.zh}。` },
    rungs: [
      { name: SIZE_1, seconds: 50, sheet: one, asked: inOneStep(preActivation, gate) },
      { name: SIZE_2, seconds: 110, sheet: two, asked: inOneStep(preActivation, gate) },
    ],
  })
}

/** The LSTM, gate by gate, then its states. Whole steps are in step-exercises. */
export const lstmExercises: ExerciseModule[] = [
  gateExercise(
    'f',
    'a_f',
    { en: 'forget gate', zh: '遗忘门' },
    { en: 'How much of the old cell state stays.', zh: '旧细胞状态留下多少。' },
  ),
  gateExercise(
    'i',
    'a_i',
    { en: 'input gate', zh: '输入门' },
    { en: 'How much of the candidate is written.', zh: '候选写入多少。' },
  ),
  gateExercise(
    'C_tilde',
    'a_C',
    { en: 'candidate', zh: '候选' },
    { en: 'What this step would like to write.', zh: '这一步想写入什么。' },
  ),
  gateExercise(
    'o',
    'a_o',
    { en: 'output gate', zh: '输出门' },
    { en: 'How much of the cell state is shown.', zh: '细胞状态输出多少。' },
  ),
  quantityExercise({
    id: 'lstm-C',
    group: 'lstm',
    name: { en: 'LSTM: the cell state', zh: 'LSTM：细胞状态' },
    about: { en: 'Keep some of the old, write some of the new.', zh: '留一部分旧的，写一部分新的。' },
    prompt: { en: 'Compute the new cell state.', zh: '计算新的细胞状态。' },
    rungs: [
      {
        name: GIVEN_1,
        seconds: 30,
        sheet: { ...one, fixed: ['f', 'i', 'C_tilde'] },
        asked: inOneStep('C'),
      },
      {
        name: GIVEN_2,
        seconds: 50,
        sheet: { ...two, fixed: ['f', 'i', 'C_tilde'] },
        asked: inOneStep('C'),
      },
      {
        name: FROM_WEIGHTS,
        seconds: 240,
        sheet: { ...two, I: 1 },
        asked: inOneStep('f', 'i', 'C_tilde', 'C'),
      },
    ],
  }),
  quantityExercise({
    id: 'lstm-h',
    group: 'lstm',
    name: { en: 'LSTM: the hidden state', zh: 'LSTM：隐状态' },
    about: { en: 'What the output gate shows of the cell state.', zh: '输出门从细胞状态中展示的部分。' },
    prompt: { en: 'Compute the new hidden state.', zh: '计算新的隐状态。' },
    rungs: [
      {
        name: GIVEN_1,
        seconds: 50,
        sheet: { ...one, fixed: ['f', 'i', 'C_tilde', 'o'] },
        asked: inOneStep('C', 'h'),
      },
      {
        name: GIVEN_2,
        seconds: 80,
        sheet: { ...two, fixed: ['f', 'i', 'C_tilde', 'o'] },
        asked: inOneStep('C', 'h'),
      },
    ],
  }),
  quantityExercise({
    id: 'lstm-step',
    group: 'whole',
    name: { en: 'LSTM: a whole step', zh: 'LSTM：完整的一步' },
    about: { en: 'Every gate and both states of one step.', zh: '一步之中的每个门和两个状态。' },
    prompt: { en: 'Work this LSTM step to its hidden state.', zh: '把这一步 LSTM 一直算到隐状态。' },
    rungs: [
      {
        name: { en: 'two units, one input', zh: '两个单元，一个输入' },
        seconds: 360,
        sheet: { ...two, I: 1 },
        asked: inOneStep('f', 'i', 'C_tilde', 'C', 'o', 'h'),
      },
      {
        name: { en: 'two units, two inputs', zh: '两个单元，两个输入' },
        seconds: 480,
        sheet: two,
        asked: inOneStep('f', 'i', 'C_tilde', 'C', 'o', 'h'),
      },
    ],
  }),
  quantityExercise({
    id: 'lstm-steps',
    group: 'whole',
    name: { en: 'LSTM: several steps', zh: 'LSTM：连续多步' },
    about: {
      en: 'The states that one step leaves are what the next begins with.',
      zh: '一步留下的状态，是下一步的起点。',
    },
    prompt: { en: 'Work this LSTM through its steps.', zh: '把这个 LSTM 一步步算下去。' },
    rungs: [
      { name: TWO_STEPS, seconds: 420, sheet: { ...one, T: 2 }, asked: inEachStep(2, 'C', 'h') },
      { name: THREE_STEPS, seconds: 600, sheet: { ...one, T: 3 }, asked: inEachStep(3, 'C', 'h') },
    ],
  }),
]
