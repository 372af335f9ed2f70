/**
 * Gated recurrent unit (Cho et al. 2014, arXiv:1406.1078 v3; Chung et al. 2014, eq. 4-8). Two conventions change the
 * numbers: which of z and 1−z keeps the old state (a renaming of z), and whether r acts before the product (Cho v3,
 * the notes) or after it (PyTorch, cuDNN, Keras' default; not a renaming).
 */
import type { Bilingual } from './bilingual'
import type { CellForm, CellModule, CellOptions, Frameworks, Parameter, Quantity } from './cell'
import {
  add,
  affine,
  input,
  multiply,
  now,
  oneMinus,
  previous,
  sigmoid,
  tanh,
  zero,
  type Expression,
} from './expression'
import { gruGuide } from './guides/gru-guide'
import { gruDiagram } from './gru-diagram'
import { gruSlips } from './slips/gru-slips'

const joined = [previous('h'), input]

const keepsWithZ = (options: CellOptions) => options.update === 'zh+(1-z)~h'
const resetsAfter = (options: CellOptions) => options.reset === 'after'

function parameters(isAfter: boolean): Parameter[] {
  const gate = (suffix: string): Parameter[] => [
    { id: `W${suffix}`, tex: `W${suffix}`, rows: 'H', columns: ['H', 'I'], isOptional: false },
    { id: `b${suffix}`, tex: `b${suffix}`, rows: 'H', columns: null, isOptional: false },
  ]
  const recurrentBias: Parameter = { id: 'b_h', tex: 'b_h', rows: 'H', columns: null, isOptional: true }
  return [...gate('_z'), ...gate('_r'), ...gate(''), ...(isAfter ? [recurrentBias] : [])]
}

function form(options: CellOptions): CellForm {
  const isAfter = resetsAfter(options)
  const words = wordsFor(keepsWithZ(options))
  const quantity = (
    id: string,
    tex: string,
    role: Quantity['role'],
    range: Quantity['range'],
    formula: Expression,
  ): Quantity => ({ id, tex, role, range, formula, size: 'H', ...words[id] })
  const aZ = quantity('a_z', 'a^z_t', 'pre-activation', 'real', affine('W_z', joined, 'b_z'))
  const aR = quantity('a_r', 'a^r_t', 'pre-activation', 'real', affine('W_r', joined, 'b_r'))
  const z = quantity('z', 'z_t', 'gate', 'unit', sigmoid(now('a_z')))
  const r = quantity('r', 'r_t', 'gate', 'unit', sigmoid(now('a_r')))
  const candidate = isAfter ? 'n' : 'h_tilde'
  const mixed = keepsWithZ(options)
    ? add(multiply(now('z'), previous('h')), multiply(oneMinus(now('z')), now(candidate)))
    : add(multiply(oneMinus(now('z')), previous('h')), multiply(now('z'), now(candidate)))
  const h = quantity('h', 'h_t', 'hidden-state', 'signed-unit', mixed)
  const before = [
    aZ,
    aR,
    z,
    r,
    quantity('r_h', 'r_t * h_{t-1}', 'part', 'real', multiply(now('r'), previous('h'))),
    quantity('a_h', 'a^h_t', 'pre-activation', 'real', affine('W', [now('r_h'), input], 'b')),
    quantity('h_tilde', '\\tilde{h}_t', 'candidate', 'signed-unit', tanh(now('a_h'))),
    h,
  ]
  const after = [
    aR,
    aZ,
    r,
    z,
    quantity('gi_n', 'W[0, x_t] + b', 'part', 'real', affine('W', [zero('H'), input], 'b')),
    quantity('gh_n', 'W[h_{t-1}, 0] + b_h', 'part', 'real', affine('W', [previous('h'), zero('I')], 'b_h')),
    quantity('a_n', 'a^n_t', 'pre-activation', 'real', add(now('gi_n'), multiply(now('r'), now('gh_n')))),
    quantity('n', '\\tilde{h}_t', 'candidate', 'signed-unit', tanh(now('a_n'))),
    h,
  ]
  return {
    parameters: parameters(isAfter),
    states: [{ id: 'h', size: 'H', initial: 'h0', initialGradient: 'h0', tex: 'h' }],
    quantities: isAfter ? after : before,
    output: 'h',
    isOutputSizeFree: false,
    diagram: gruDiagram({ isAfter, keepsWithZ: keepsWithZ(options) }),
  }
}

function frameworks(options: CellOptions): Frameworks {
  const negated = keepsWithZ(options) ? [] : ['W_z']
  const recurrentBias = resetsAfter(options) ? { recurrentBias: { matrix: 'W', bias: 'b_h' } } : {}
  const zrh = { blocks: ['W_z', 'W_r', 'W'], negated, ...recurrentBias }
  return {
    pytorch: resetsAfter(options)
      ? { blocks: ['W_r', 'W_z', 'W'], negated, ...recurrentBias }
      : {
          reason: {
            en: 'PyTorch resets after the product; resetting before it gives other numbers, whatever the weights.',
            zh: 'PyTorch 在矩阵乘积之后才乘重置门；在乘积之前重置，无论怎样改写权重，结果都不同。',
          },
        },
    keras: zrh,
    onnx: zrh,
  }
}

const wordsFor = (isKeptByZ: boolean): Record<string, { name: Bilingual; meaning: Bilingual }> => ({
  a_z: {
    name: { en: 'update gate before σ', zh: '更新门的预激活' },
    meaning: {
      en: 'The update gate’s weights with the old hidden state and the input.',
      zh: '更新门的权重与旧隐状态、当前输入相乘再求和。',
    },
  },
  a_r: {
    name: { en: 'reset gate before σ', zh: '重置门的预激活' },
    meaning: {
      en: 'The reset gate’s weights with the old hidden state and the input.',
      zh: '重置门的权重与旧隐状态、当前输入相乘再求和。',
    },
  },
  z: {
    name: { en: 'update gate', zh: '更新门' },
    meaning: isKeptByZ
      ? {
          en: 'The share of the old hidden state that is kept; 1 − z of the candidate comes in.',
          zh: '旧隐状态的保留比例；候选占 1 − z。',
        }
      : {
          en: 'The share of the candidate that comes in; 1 − z of the old hidden state is kept.',
          zh: '候选所占的比例；旧隐状态保留 1 − z。',
        },
  },
  r: {
    name: { en: 'reset gate', zh: '重置门' },
    meaning: {
      en: 'How much of the old hidden state the candidate may see: near 0 ignores it.',
      zh: '计算候选时能看到多少旧隐状态：接近 0 就是忽略它。',
    },
  },
  r_h: {
    name: { en: 'reset hidden state', zh: '重置后的隐状态' },
    meaning: {
      en: 'The old hidden state, unit by unit, after the reset gate.',
      zh: '旧隐状态逐个单元乘上重置门之后的结果。',
    },
  },
  a_h: {
    name: { en: 'candidate before tanh', zh: '候选的预激活' },
    meaning: {
      en: 'The candidate’s weights with the reset hidden state and the input.',
      zh: '候选的权重与重置后的隐状态、当前输入相乘再求和。',
    },
  },
  h_tilde: {
    name: { en: 'candidate', zh: '候选' },
    meaning: {
      en: 'What this step proposes as the new hidden state.',
      zh: '这一步提出的新隐状态。',
    },
  },
  gi_n: {
    name: { en: 'candidate: the input’s half', zh: '候选：输入部分' },
    meaning: {
      en: 'The input’s half of the candidate’s sum; the reset gate does not touch it.',
      zh: '候选求和中来自输入的一半；重置门不作用于它。',
    },
  },
  gh_n: {
    name: { en: 'candidate: the state’s half', zh: '候选：状态部分' },
    meaning: {
      en: 'The state’s half of the candidate’s sum, before the reset gate scales it.',
      zh: '候选求和中来自状态的一半，尚未乘重置门。',
    },
  },
  a_n: {
    name: { en: 'candidate before tanh', zh: '候选的预激活' },
    meaning: {
      en: 'The input’s half plus the reset gate times the state’s half.',
      zh: '输入部分，加上重置门乘以状态部分。',
    },
  },
  n: {
    name: { en: 'candidate', zh: '候选' },
    meaning: { en: 'What this step proposes as the new hidden state.', zh: '这一步提出的新隐状态。' },
  },
  h: {
    name: { en: 'hidden state', zh: '隐状态' },
    meaning: {
      en: 'A mix, unit by unit, of the old hidden state and the candidate.',
      zh: '旧隐状态与候选逐个单元的混合。',
    },
  },
})

export const gru: CellModule = {
  id: 'gru',
  name: { en: 'GRU', zh: 'GRU' },
  about: {
    en: 'No cell state and no output gate: one gate mixes old and new, another says how much of the old is seen.',
    zh: '没有细胞状态，也没有输出门：一个门混合新旧状态，另一个门决定能看到多少旧状态。',
  },
  options: [
    {
      id: 'update',
      kind: 'choice',
      fallback: '(1-z)h+z~h',
      choices: [
        {
          value: '(1-z)h+z~h',
          name: { en: 'z lets the candidate in (the notes)', zh: 'z 是候选的比例（笔记）' },
          tex: '(1-z_t) * h_{t-1} + z_t * \\tilde{h}_t',
        },
        {
          value: 'zh+(1-z)~h',
          name: { en: 'z keeps the old state (PyTorch, Keras)', zh: 'z 是旧状态的比例（PyTorch、Keras）' },
          tex: 'z_t * h_{t-1} + (1-z_t) * \\tilde{h}_t',
        },
      ],
      name: { en: 'Update', zh: '更新方式' },
      meaning: {
        en: 'Which of z and 1 − z belongs to the old state. A renaming of z.',
        zh: 'z 与 1 − z 哪一个属于旧状态；只是 z 的换名。',
      },
    },
    {
      id: 'reset',
      kind: 'choice',
      fallback: 'before',
      choices: [
        {
          value: 'before',
          name: { en: 'before the product (the notes)', zh: '在乘积之前（笔记）' },
          tex: 'W[r_t * h_{t-1}, x_t]',
        },
        {
          value: 'after',
          name: { en: 'after the product (PyTorch)', zh: '在乘积之后（PyTorch）' },
          tex: 'r_t * (W_{hh} h_{t-1} + b_h)',
        },
      ],
      name: { en: 'Reset', zh: '重置方式' },
      meaning: {
        en: 'Whether r scales the old state before or after the matrix. Not a renaming.',
        zh: 'r 在矩阵乘积之前还是之后作用；这不是换名。',
      },
    },
  ],
  findContradiction: () => null,
  form,
  biasOf: { W_z: 'b_z', W_r: 'b_r', W: 'b' },
  frameworks,
  slips: (options) => gruSlips(form(options)),
  guide: (options) => gruGuide({ keepsWithZ: keepsWithZ(options), resetsAfter: resetsAfter(options) }),
  defaults: { H: 2, I: 2, O: 2, T: 1 },
}
