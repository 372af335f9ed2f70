/**
 * Jordan's network (1986): what goes around is the output y, not the hidden state. The notes' second RNN form, read
 * literally, carries the pre-activation around; the form of Wikipedia's article feeds back an output layer.
 */
import type { Bilingual } from './bilingual'
import type { CellForm, CellModule, CellOptions, Parameter, Quantity } from './cell'
import { affine, input, now, previous, tanh, type Expression } from './expression'
import { jordanGuide } from './guides/jordan-guide'
import { jordanSlips } from './slips/jordan-slips'

const joined = [previous('y'), input]

const recurrent: Parameter[] = [
  { id: 'W', tex: 'W', rows: 'H', columns: ['O', 'I'], isOptional: false },
  { id: 'b', tex: 'b', rows: 'H', columns: null, isOptional: false },
]
const outputLayer: Parameter[] = [
  { id: 'W_y', tex: 'W_y', rows: 'O', columns: ['H'], isOptional: false },
  { id: 'b_y', tex: 'b_y', rows: 'O', columns: null, isOptional: false },
]

const names: Record<string, { name: Bilingual; meaning: Bilingual }> = {
  a: {
    name: { en: 'pre-activation', zh: '预激活' },
    meaning: {
      en: 'Each unit weighs the old output and the input, and adds its bias.',
      zh: '每个单元对旧输出和当前输入加权求和，再加上偏置。',
    },
  },
  h: {
    name: { en: 'hidden state', zh: '隐状态' },
    meaning: {
      en: 'The hidden layer; it is not what the next step sees.',
      zh: '隐藏层；下一步看到的并不是它。',
    },
  },
  y: {
    name: { en: 'output', zh: '输出' },
    meaning: { en: 'What goes around: the next step sees it.', zh: '循环的就是它：下一步会看到它。' },
  },
}

const quantity = (
  id: string,
  role: Quantity['role'],
  size: Quantity['size'],
  range: Quantity['range'],
  formula: Expression,
): Quantity => ({ id, tex: `${id}_t`, role, size, range, formula, ...names[id] })

function form(options: CellOptions): CellForm {
  const isWikipedia = options.variant === 'wikipedia'
  const literal = [
    quantity('y', 'output', 'H', 'real', affine('W', joined, 'b')),
    quantity('h', 'hidden-state', 'H', 'signed-unit', tanh(now('y'))),
  ]
  const withOutputLayer = [
    quantity('a', 'pre-activation', 'H', 'real', affine('W', joined, 'b')),
    quantity('h', 'hidden-state', 'H', 'signed-unit', tanh(now('a'))),
    quantity('y', 'output', 'O', 'real', affine('W_y', [now('h')], 'b_y')),
  ]
  return {
    parameters: isWikipedia ? [...recurrent, ...outputLayer] : recurrent,
    states: [{ id: 'y', size: 'O', initial: 'y0', initialGradient: 'y0', tex: 'y' }],
    quantities: isWikipedia ? withOutputLayer : literal,
    output: 'h',
    isOutputSizeFree: isWikipedia,
    diagram: {
      width: 8,
      height: 6,
      parts: [
        { id: 'y_previous', shape: 'state', tex: 'y_{t-1}', x: 0.5, y: 3 },
        { id: 'x', shape: 'input', tex: 'x_t', x: 1.8, y: 5.5 },
        { id: 'concatenation', shape: 'concatenation', tex: '[y_{t-1}, x_t]', x: 1.8, y: 3 },
        { id: 'a', shape: 'operator', quantity: isWikipedia ? 'a' : 'y', tex: 'W', x: 3.4, y: 3 },
        { id: 'h', shape: 'activation', quantity: 'h', tex: '\\tanh', x: 4.8, y: isWikipedia ? 3 : 1.5 },
        ...(isWikipedia
          ? [{ id: 'y', shape: 'operator' as const, quantity: 'y', tex: 'W_y', x: 6.2, y: 3 }]
          : []),
        { id: 'y_next', shape: 'output', quantity: 'y', tex: 'y_t', x: 7.5, y: 3 },
        { id: 'h_next', shape: 'output', quantity: 'h', tex: 'h_t', x: 7.5, y: 1.5 },
      ],
      edges: [
        { from: 'y_previous', to: 'concatenation' },
        { from: 'x', to: 'concatenation' },
        { from: 'concatenation', to: 'a' },
        ...(isWikipedia
          ? [
              { from: 'a', to: 'h' },
              { from: 'h', to: 'y' },
              { from: 'y', to: 'y_next' },
              { from: 'h', to: 'h_next', via: [[4.8, 1.5]] as [number, number][] },
            ]
          : [
              { from: 'a', to: 'y_next' },
              { from: 'a', to: 'h', via: [[3.4, 1.5]] as [number, number][] },
              { from: 'h', to: 'h_next' },
            ]),
      ],
    },
  }
}

const notesOnly = {
  reason: {
    en: 'No framework ships a Jordan network; it exists in the notes’ layout only.',
    zh: '各框架都没有现成的 Jordan 网络，它只有笔记的写法。',
  },
}

export const jordan: CellModule = {
  id: 'jordan',
  name: { en: 'RNN (Jordan)', zh: 'RNN（Jordan）' },
  about: {
    en: 'As Elman’s, but the output goes around instead of the hidden state.',
    zh: '与 Elman 网络相似，只是循环的是输出，而不是隐状态。',
  },
  options: [
    {
      id: 'variant',
      kind: 'choice',
      fallback: 'notes',
      choices: [
        { value: 'notes', name: { en: 'as the notes write it', zh: '按笔记的写法' } },
        { value: 'wikipedia', name: { en: 'with an output layer', zh: '带输出层' } },
      ],
      name: { en: 'Form', zh: '形式' },
      meaning: {
        en: 'The notes carry W[y, x] + b around before tanh; Jordan’s network has an output layer.',
        zh: '笔记的写法循环的是取 tanh 之前的 W[y, x] + b；Jordan 网络本身带有输出层。',
      },
    },
  ],
  findContradiction: () => null,
  form,
  biasOf: { W: 'b', W_y: 'b_y' },
  frameworks: () => ({ pytorch: notesOnly, keras: notesOnly, onnx: notesOnly }),
  slips: (options) => jordanSlips(form(options)),
  guide: (options) => jordanGuide(options.variant === 'wikipedia'),
  defaults: { H: 2, I: 2, O: 2, T: 1 },
}
