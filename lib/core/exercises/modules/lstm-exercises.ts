import type { ExerciseModule } from '../exercise'
import {
  FROM_WEIGHTS,
  GIVEN_1,
  GIVEN_2,
  inEachStep,
  inOneStep,
  quantityExercise,
  THREE_STEPS,
  TWO_STEPS,
} from '../quantity-exercise'
import { gateExercise } from './gate-exercise'

const one = { cell: 'lstm', H: 1, I: 1, T: 1 }
const two = { cell: 'lstm', H: 2, I: 2, T: 1 }

/** The LSTM, gate by gate, then its states. */
export const lstmExercises: ExerciseModule[] = [
  gateExercise({
    cell: 'lstm',
    gate: 'f',
    preActivation: 'a_f',
    name: { en: 'forget gate', zh: '遗忘门' },
    about: { en: 'How much of the old cell state stays.', zh: '旧细胞状态留下多少。' },
  }),
  gateExercise({
    cell: 'lstm',
    gate: 'i',
    preActivation: 'a_i',
    name: { en: 'input gate', zh: '输入门' },
    about: { en: 'How much of the candidate is written.', zh: '候选写入多少。' },
  }),
  gateExercise({
    cell: 'lstm',
    gate: 'C_tilde',
    preActivation: 'a_C',
    id: 'candidate',
    name: { en: 'candidate', zh: '候选' },
    about: { en: 'What this step would like to write.', zh: '这一步想写入什么。' },
  }),
  gateExercise({
    cell: 'lstm',
    gate: 'o',
    preActivation: 'a_o',
    name: { en: 'output gate', zh: '输出门' },
    about: { en: 'How much of the cell state is shown.', zh: '细胞状态输出多少。' },
  }),
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
