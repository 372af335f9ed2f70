/** The simple recurrent network (Elman 1990): what the notes and everyone call "RNN". */
import { activate, affine, input, now, previous } from './expression'
import type { CellForm, CellModule, CellOptions } from './cell'
import { elmanGuide } from './guides/elman-guide'
import { elmanSlips } from './slips/elman-slips'

const joined = [previous('h'), input]

function form(options: CellOptions): CellForm {
  const isRelu = options.activation === 'relu'
  return {
    parameters: [
      { id: 'W', tex: 'W', rows: 'H', columns: ['H', 'I'], isOptional: false },
      { id: 'b', tex: 'b', rows: 'H', columns: null, isOptional: false },
    ],
    states: [{ id: 'h', size: 'H', initial: 'h0', initialGradient: 'h0', tex: 'h' }],
    quantities: [
      {
        id: 'a',
        tex: 'a_t',
        name: { en: 'pre-activation', zh: '预激活' },
        meaning: {
          en: 'Each unit weighs the old hidden state and the input, and adds its bias.',
          zh: '每个单元对旧隐状态和当前输入加权求和，再加上偏置。',
        },
        role: 'pre-activation',
        size: 'H',
        range: 'real',
        formula: affine('W', joined, 'b'),
      },
      {
        id: 'h',
        tex: 'h_t',
        name: { en: 'hidden state', zh: '隐状态' },
        meaning: {
          en: 'The network’s only memory: the output of this step, and an input of the next.',
          zh: '网络唯一的记忆：既是这一步的输出，也是下一步的输入。',
        },
        role: 'hidden-state',
        size: 'H',
        range: isRelu ? 'non-negative' : 'signed-unit',
        formula: activate(isRelu ? 'relu' : 'tanh', now('a')),
      },
    ],
    output: 'h',
    isOutputSizeFree: false,
    diagram: {
      width: 8,
      height: 6,
      parts: [
        { id: 'h_previous', shape: 'state', tex: 'h_{t-1}', x: 0.5, y: 3 },
        { id: 'x', shape: 'input', tex: 'x_t', x: 2, y: 5.5 },
        { id: 'concatenation', shape: 'concatenation', tex: '[h_{t-1}, x_t]', x: 2, y: 3 },
        { id: 'a', shape: 'operator', quantity: 'a', tex: 'W', x: 3.8, y: 3 },
        {
          id: 'h',
          shape: 'activation',
          quantity: 'h',
          tex: isRelu ? '\\mathrm{ReLU}' : '\\tanh',
          x: 5.6,
          y: 3,
        },
        { id: 'h_next', shape: 'output', quantity: 'h', tex: 'h_t', x: 7.5, y: 3 },
      ],
      edges: [
        { from: 'h_previous', to: 'concatenation' },
        { from: 'x', to: 'concatenation' },
        { from: 'concatenation', to: 'a' },
        { from: 'a', to: 'h' },
        { from: 'h', to: 'h_next' },
      ],
    },
  }
}

const layout = { blocks: ['W'] }

export const elman: CellModule = {
  id: 'rnn',
  name: { en: 'RNN (Elman)', zh: 'RNN（Elman）' },
  about: {
    en: 'One layer that sees its own last output beside the input.',
    zh: '只有一层，除了当前输入，还看到自己上一步的输出。',
  },
  options: [
    {
      id: 'activation',
      kind: 'choice',
      fallback: 'tanh',
      choices: [
        { value: 'tanh', name: { en: 'tanh', zh: 'tanh' }, tex: '\\tanh' },
        { value: 'relu', name: { en: 'ReLU', zh: 'ReLU' }, tex: '\\mathrm{ReLU}' },
      ],
      name: { en: 'Activation', zh: '激活函数' },
      meaning: { en: 'What bends the sum into the hidden state.', zh: '把加权和变成隐状态的函数。' },
    },
  ],
  findContradiction: () => null,
  form,
  biasOf: { W: 'b' },
  frameworks: () => ({ pytorch: layout, keras: layout, onnx: layout }),
  slips: (options) => elmanSlips(form(options)),
  guide: () => elmanGuide,
  defaults: { H: 2, I: 2, O: 2, T: 1 },
}
