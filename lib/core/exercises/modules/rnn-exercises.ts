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

const one = { cell: 'rnn', H: 1, I: 1, T: 1 }
const two = { cell: 'rnn', H: 2, I: 2, T: 1 }
const wikipedia = { variant: 'wikipedia' }

/** Elman's and Jordan's networks, quantity by quantity. */
export const rnnExercises: ExerciseModule[] = [
  quantityExercise({
    id: 'rnn-a',
    group: 'rnn',
    name: { en: 'RNN: the weighted sum', zh: 'RNN：加权和' },
    about: { en: 'The pre-activation a of a plain RNN.', zh: '普通 RNN 的预激活 a。' },
    prompt: {
      en: 'Compute the pre-activation of this RNN.',
      zh: '计算这个 RNN 的预激活。',
    },
    rungs: [
      { name: SIZE_1, seconds: 40, sheet: one, asked: inOneStep('a') },
      { name: SIZE_2, seconds: 90, sheet: two, asked: inOneStep('a') },
    ],
  }),
  quantityExercise({
    id: 'rnn-h',
    group: 'rnn',
    name: { en: 'RNN: the hidden state', zh: 'RNN：隐状态' },
    about: { en: 'One step of a plain RNN, and then more of them.', zh: '普通 RNN 的一步，以及更多步。' },
    prompt: {
      en: 'Compute the hidden state of this RNN.',
      zh: '计算这个 RNN 的隐状态。',
    },
    rungs: [
      { name: SIZE_1, seconds: 50, sheet: one, asked: inOneStep('a', 'h') },
      { name: SIZE_2, seconds: 110, sheet: two, asked: inOneStep('a', 'h') },
      { name: TWO_STEPS, seconds: 110, sheet: { ...one, T: 2 }, asked: inEachStep(2, 'h') },
      { name: THREE_STEPS, seconds: 160, sheet: { ...one, T: 3 }, asked: inEachStep(3, 'h') },
    ],
  }),
  quantityExercise({
    id: 'jordan-h',
    group: 'rnn',
    name: { en: 'Jordan: the hidden state', zh: 'Jordan：隐状态' },
    about: {
      en: 'What goes around is the old output y, not the old hidden state.',
      zh: '循环的是旧输出 y，不是旧隐状态。',
    },
    prompt: {
      en: 'Compute the hidden state of this Jordan network.',
      zh: '计算这个 Jordan 网络的隐状态。',
    },
    rungs: [
      {
        name: SIZE_1,
        seconds: 60,
        sheet: { ...one, cell: 'jordan', options: wikipedia },
        asked: inOneStep('a', 'h'),
      },
      {
        name: SIZE_2,
        seconds: 120,
        sheet: { ...two, cell: 'jordan', options: wikipedia, O: 1 },
        asked: inOneStep('a', 'h'),
      },
    ],
  }),
  quantityExercise({
    id: 'jordan-y',
    group: 'rnn',
    name: { en: 'Jordan: the output', zh: 'Jordan：输出' },
    about: {
      en: 'The output layer of a Jordan network, which the next step will see.',
      zh: 'Jordan 网络的输出层，下一步会看到它。',
    },
    prompt: {
      en: 'Compute the output of this Jordan network.',
      zh: '计算这个 Jordan 网络的输出。',
    },
    rungs: [
      {
        name: SIZE_1,
        seconds: 80,
        sheet: { ...one, cell: 'jordan', options: wikipedia },
        asked: inOneStep('h', 'y'),
      },
      {
        name: SIZE_2,
        seconds: 150,
        sheet: { ...two, cell: 'jordan', options: wikipedia, O: 1 },
        asked: inOneStep('h', 'y'),
      },
      {
        name: TWO_STEPS,
        seconds: 150,
        sheet: { ...one, cell: 'jordan', options: wikipedia, T: 2 },
        asked: inEachStep(2, 'h', 'y'),
      },
    ],
  }),
]
