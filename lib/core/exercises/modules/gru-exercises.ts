import type { ExerciseModule } from '../exercise'
import {
  FROM_WEIGHTS,
  GIVEN_1,
  GIVEN_2,
  inEachStep,
  inOneStep,
  quantityExercise,
  SIZE_1,
  SIZE_2,
  THREE_STEPS,
  TWO_STEPS,
} from '../quantity-exercise'
import { gateExercise } from './gate-exercise'

const one = { cell: 'gru', H: 1, I: 1, T: 1 }
const two = { cell: 'gru', H: 2, I: 2, T: 1 }
/** Resetting before or after the product is the same number at H = 1, so candidates need two units. */
const twoByOne = { cell: 'gru', H: 2, I: 1, T: 1 }

const PYTORCH_UPDATE = { update: 'zh+(1-z)~h' }
const PYTORCH = { ...PYTORCH_UPDATE, reset: 'after' }

/** The GRU in the notes' convention, and the same weights in PyTorch's. */
export const gruExercises: ExerciseModule[] = [
  gateExercise({
    cell: 'gru',
    gate: 'z',
    preActivation: 'a_z',
    name: { en: 'update gate', zh: '更新门' },
    about: { en: 'How much of the candidate comes in.', zh: '候选进来多少。' },
  }),
  gateExercise({
    cell: 'gru',
    gate: 'r',
    preActivation: 'a_r',
    name: { en: 'reset gate', zh: '重置门' },
    about: { en: 'How much of the old state the candidate may see.', zh: '候选能看到多少旧状态。' },
  }),
  quantityExercise({
    id: 'gru-candidate',
    group: 'gru',
    name: { en: 'GRU: the candidate', zh: 'GRU：候选' },
    about: {
      en: 'The reset gate scales the old state before the weights see it.',
      zh: '旧状态先乘重置门，再交给权重。',
    },
    prompt: { en: 'Compute the candidate of this GRU.', zh: '计算这个 GRU 的候选。' },
    rungs: [
      {
        name: GIVEN_2,
        seconds: 110,
        sheet: { ...twoByOne, fixed: ['z', 'r'] },
        asked: inOneStep('r_h', 'h_tilde'),
      },
      { name: FROM_WEIGHTS, seconds: 240, sheet: twoByOne, asked: inOneStep('z', 'r', 'r_h', 'h_tilde') },
    ],
  }),
  quantityExercise({
    id: 'gru-h',
    group: 'gru',
    name: { en: 'GRU: the hidden state', zh: 'GRU：隐状态' },
    about: { en: 'A mix of the old state and the candidate.', zh: '旧状态与候选的混合。' },
    prompt: { en: 'Compute the new hidden state.', zh: '计算新的隐状态。' },
    rungs: [
      {
        name: GIVEN_1,
        seconds: 30,
        sheet: { ...one, fixed: ['z', 'r', 'h_tilde'] },
        asked: inOneStep('h'),
      },
      {
        name: GIVEN_2,
        seconds: 50,
        sheet: { ...two, fixed: ['z', 'r', 'h_tilde'] },
        asked: inOneStep('h'),
      },
    ],
  }),
  quantityExercise({
    id: 'gru-convention',
    group: 'judgement',
    name: { en: 'GRU: the same numbers in PyTorch', zh: 'GRU：同样的数放进 PyTorch' },
    about: {
      en: 'PyTorch keeps the old state with z, and resets after the product.',
      zh: 'PyTorch 用 z 保留旧状态，并在乘积之后才重置。',
    },
    prompt: {
      en: 'These numbers belong to PyTorch’s GRU: z keeps the old state, and the reset gate acts after the product.',
      zh: '下面是 PyTorch 的 GRU：z 保留旧状态，重置门在乘积之后起作用。',
    },
    rungs: [
      {
        name: { en: 'the update', zh: '更新' },
        seconds: 40,
        sheet: { ...one, options: PYTORCH_UPDATE, fixed: ['z', 'r', 'h_tilde'] },
        asked: inOneStep('h'),
      },
      {
        name: { en: 'the candidate', zh: '候选' },
        seconds: 140,
        sheet: { ...twoByOne, options: PYTORCH, fixed: ['z', 'r'] },
        asked: inOneStep('n'),
      },
      {
        name: { en: 'candidate and update', zh: '候选与更新' },
        seconds: 200,
        sheet: { ...twoByOne, options: PYTORCH, fixed: ['z', 'r'] },
        asked: inOneStep('n', 'h'),
      },
    ],
  }),
  quantityExercise({
    id: 'gru-step',
    group: 'whole',
    name: { en: 'GRU: a whole step', zh: 'GRU：完整的一步' },
    about: { en: 'Both gates, the candidate and the new state.', zh: '两个门、候选和新状态。' },
    prompt: { en: 'Work this GRU step to its hidden state.', zh: '把这一步 GRU 一直算到隐状态。' },
    rungs: [
      { name: SIZE_1, seconds: 160, sheet: one, asked: inOneStep('z', 'r', 'h') },
      { name: SIZE_2, seconds: 360, sheet: twoByOne, asked: inOneStep('z', 'r', 'h_tilde', 'h') },
    ],
  }),
  quantityExercise({
    id: 'gru-steps',
    group: 'whole',
    name: { en: 'GRU: several steps', zh: 'GRU：连续多步' },
    about: {
      en: 'The state that one step leaves is what the next begins with.',
      zh: '一步留下的状态，是下一步的起点。',
    },
    prompt: { en: 'Work this GRU through its steps.', zh: '把这个 GRU 一步步算下去。' },
    rungs: [
      { name: TWO_STEPS, seconds: 300, sheet: { ...one, T: 2 }, asked: inEachStep(2, 'h') },
      { name: THREE_STEPS, seconds: 420, sheet: { ...one, T: 3 }, asked: inEachStep(3, 'h') },
    ],
  }),
]
