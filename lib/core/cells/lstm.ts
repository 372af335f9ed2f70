/**
 * Long short-term memory (Hochreiter & Schmidhuber 1997; forget gate: Gers, Schmidhuber & Cummins 2000; peepholes:
 * Gers & Schmidhuber 2000, where f and i see C_{t-1} and o sees C_t; tied gates: Greff et al. 2017, "CIFG").
 */
import type { Bilingual } from './bilingual'
import type { CellForm, CellModule, CellOptions, Frameworks, Parameter, Quantity } from './cell'
import {
  add,
  affine,
  constant,
  input,
  multiply,
  now,
  oneMinus,
  parameter,
  previous,
  sigmoid,
  tanh,
  type Expression,
} from './expression'
import { lstmGuide } from './guides/lstm-guide'
import { lstmDiagram } from './lstm-diagram'
import { lstmSlips } from './slips/lstm-slips'

type LstmOptions = {
  peephole: boolean
  coupled: 'none' | 'i=1-f' | 'f=1-i'
  forgetGate: boolean
  forgetBias: number
}

const read = (options: CellOptions): LstmOptions => ({
  peephole: options.peephole === true,
  coupled: options.coupled === 'i=1-f' || options.coupled === 'f=1-i' ? options.coupled : 'none',
  forgetGate: options.forgetGate !== false,
  forgetBias: typeof options.forgetBias === 'number' ? options.forgetBias : 0,
})

const joined = [previous('h'), input]

function gateParameters({ peephole, coupled, forgetGate }: LstmOptions): Parameter[] {
  const unused = coupled === 'i=1-f' ? 'i' : coupled === 'f=1-i' || !forgetGate ? 'f' : null
  const affineOnes = ['f', 'i', 'C', 'o'].flatMap((gate): Parameter[] => [
    { id: `W_${gate}`, tex: `W_${gate}`, rows: 'H', columns: ['H', 'I'], isOptional: gate === unused },
    { id: `b_${gate}`, tex: `b_${gate}`, rows: 'H', columns: null, isOptional: gate === unused },
  ])
  const peepholes = ['f', 'i', 'o'].map((gate): Parameter => ({
    id: `p_${gate}`,
    tex: `p_${gate}`,
    rows: 'H',
    columns: null,
    isOptional: true,
  }))
  return peephole ? [...affineOnes, ...peepholes] : affineOnes
}

function form(given: CellOptions): CellForm {
  const options = read(given)
  const { peephole, coupled, forgetGate, forgetBias } = options
  const gateInput = (gate: string, seen: Expression): Expression => {
    const plain = affine(`W_${gate}`, joined, `b_${gate}`)
    const withPeephole = peephole ? add(plain, multiply(parameter(`p_${gate}`), seen)) : plain
    return gate === 'f' && forgetBias !== 0 ? add(withPeephole, constant(forgetBias)) : withPeephole
  }
  const quantity = (
    id: string,
    tex: string,
    role: Quantity['role'],
    range: Quantity['range'],
    formula: Expression,
  ): Quantity => ({ id, tex, role, range, formula, size: 'H', ...words[id] })

  const aF = quantity('a_f', 'a^f_t', 'pre-activation', 'real', gateInput('f', previous('C')))
  const aI = quantity('a_i', 'a^i_t', 'pre-activation', 'real', gateInput('i', previous('C')))
  const aC = quantity('a_C', 'a^C_t', 'pre-activation', 'real', affine('W_C', joined, 'b_C'))
  const aO = quantity('a_o', 'a^o_t', 'pre-activation', 'real', gateInput('o', now('C')))
  const fFormula = !forgetGate ? constant(1) : coupled === 'f=1-i' ? oneMinus(now('i')) : sigmoid(now('a_f'))
  const iFormula = coupled === 'i=1-f' ? oneMinus(now('f')) : sigmoid(now('a_i'))
  const f = quantity('f', 'f_t', 'gate', 'unit', fFormula)
  const i = quantity('i', 'i_t', 'gate', 'unit', iFormula)
  const candidate = quantity('C_tilde', '\\tilde{C}_t', 'candidate', 'signed-unit', tanh(now('a_C')))
  const o = quantity('o', 'o_t', 'gate', 'unit', sigmoid(now('a_o')))
  const kept = multiply(now('f'), previous('C'))
  const C = quantity('C', 'C_t', 'cell-state', 'real', add(kept, multiply(now('i'), now('C_tilde'))))
  const tanhC = quantity('tanh_C', '\\tanh(C_t)', 'part', 'signed-unit', tanh(now('C')))
  const h = quantity('h', 'h_t', 'hidden-state', 'signed-unit', multiply(now('o'), now('tanh_C')))

  const hasOwnF = forgetGate && coupled !== 'f=1-i'
  const hasOwnI = coupled !== 'i=1-f'
  const before = [...(hasOwnF ? [aF] : []), ...(hasOwnI ? [aI] : []), aC]
  const gates = hasOwnF ? [f, i] : [i, f]
  const quantities = peephole
    ? [...before, ...gates, candidate, C, aO, o, tanhC, h]
    : [...before, aO, ...gates, candidate, o, C, tanhC, h]
  return {
    parameters: gateParameters(options),
    states: [
      { id: 'h', size: 'H', initial: 'h0', initialGradient: 'h0', tex: 'h' },
      { id: 'C', size: 'H', initial: 'C0', initialGradient: 'c0', tex: 'C' },
    ],
    quantities,
    output: 'h',
    isOutputSizeFree: false,
    diagram: lstmDiagram(options),
  }
}

function frameworks(given: CellOptions): Frameworks {
  const { peephole, coupled, forgetGate } = read(given)
  const cannot = (en: string, zh: string) => ({ reason: { en, zh } })
  const noForgetGate = cannot(
    'No framework has an LSTM without a forget gate; f = 1 needs an infinite bias.',
    '各框架都没有不带遗忘门的 LSTM；要让 f = 1，偏置得是无穷大。',
  )
  const plain = (blocks: string[], name: string) => {
    if (!forgetGate) return noForgetGate
    if (peephole) return cannot(`${name} has no peephole connections.`, `${name} 没有窥视孔连接。`)
    if (coupled !== 'none') return cannot(`${name} has no tied gates.`, `${name} 没有耦合门。`)
    return { blocks }
  }
  const onnx = () => {
    if (!forgetGate) return noForgetGate
    if (coupled === 'i=1-f') {
      return cannot(
        'ONNX ties the gates as f = 1 − i (input_forget), not i = 1 − f.',
        'ONNX 的耦合方式是 f = 1 − i(input_forget)，而不是 i = 1 − f。',
      )
    }
    const blocks = ['W_i', 'W_o', 'W_f', 'W_C']
    return peephole ? { blocks, peepholes: ['p_i', 'p_o', 'p_f'] } : { blocks }
  }
  return {
    pytorch: plain(['W_i', 'W_f', 'W_C', 'W_o'], 'PyTorch'),
    keras: plain(['W_i', 'W_f', 'W_C', 'W_o'], 'Keras'),
    onnx: onnx(),
  }
}

const words: Record<string, { name: Bilingual; meaning: Bilingual }> = {
  a_f: {
    name: { en: 'forget gate before σ', zh: '遗忘门的预激活' },
    meaning: {
      en: 'One dot product for each unit: the forget gate’s weights with the old hidden state and the input.',
      zh: '每个单元做一次点积：遗忘门的权重与旧隐状态和当前输入相乘再求和。',
    },
  },
  a_i: {
    name: { en: 'input gate before σ', zh: '输入门的预激活' },
    meaning: {
      en: 'The same inputs, weighed by the input gate’s own weights.',
      zh: '输入相同，换成输入门自己的权重。',
    },
  },
  a_C: {
    name: { en: 'candidate before tanh', zh: '候选的预激活' },
    meaning: {
      en: 'What a plain RNN would compute before its tanh.',
      zh: '普通 RNN 在取 tanh 之前算的就是它。',
    },
  },
  a_o: {
    name: { en: 'output gate before σ', zh: '输出门的预激活' },
    meaning: {
      en: 'The same inputs, weighed by the output gate’s own weights.',
      zh: '输入相同，换成输出门自己的权重。',
    },
  },
  f: {
    name: { en: 'forget gate', zh: '遗忘门' },
    meaning: {
      en: 'The share of the old cell state that is kept: near 1 keeps, near 0 forgets.',
      zh: '旧细胞状态的保留比例：接近 1 是保留，接近 0 是遗忘。',
    },
  },
  i: {
    name: { en: 'input gate', zh: '输入门（记忆门）' },
    meaning: {
      en: 'The share of the candidate that is written into the cell state.',
      zh: '候选有多大比例写入细胞状态。',
    },
  },
  C_tilde: {
    name: { en: 'candidate', zh: '候选' },
    meaning: {
      en: 'What this step would like to write, between −1 and 1.',
      zh: '当前这一步想写入的内容，在 −1 与 1 之间。',
    },
  },
  o: {
    name: { en: 'output gate', zh: '输出门' },
    meaning: {
      en: 'The share of the cell state, after tanh, that is shown as the hidden state.',
      zh: '细胞状态取 tanh 之后，有多大比例作为隐状态输出。',
    },
  },
  C: {
    name: { en: 'cell state', zh: '细胞状态' },
    meaning: {
      en: 'The long memory: what is kept of the old one plus what is written now.',
      zh: '长期记忆：旧状态留下的部分，加上现在写入的部分。',
    },
  },
  tanh_C: {
    name: { en: 'tanh of the cell state', zh: '细胞状态的 tanh' },
    meaning: {
      en: 'The cell state brought back between −1 and 1 before it is shown.',
      zh: '输出之前，先把细胞状态压回 −1 与 1 之间。',
    },
  },
  h: {
    name: { en: 'hidden state', zh: '隐状态' },
    meaning: {
      en: 'What the cell shows of its memory: the output of this step, and an input of the next.',
      zh: '细胞从记忆中展示出来的部分：既是这一步的输出，也是下一步的输入。',
    },
  },
}

export const lstm: CellModule = {
  id: 'lstm',
  name: { en: 'LSTM', zh: 'LSTM' },
  about: {
    en: 'Keeps a cell state beside the hidden state; three gates decide what is kept, written and shown.',
    zh: '在隐状态之外另有一个细胞状态；三个门分别决定留下什么、写入什么、输出什么。',
  },
  options: [
    {
      id: 'peephole',
      kind: 'boolean',
      fallback: false,
      name: { en: 'Peepholes', zh: '窥视孔' },
      meaning: {
        en: 'The gates also see the cell state: f and i the old one, o the new one.',
        zh: '门也能看到细胞状态：f 和 i 看旧的，o 看新的。',
      },
    },
    {
      id: 'coupled',
      kind: 'choice',
      fallback: 'none',
      choices: [
        { value: 'none', name: { en: 'separate', zh: '各自独立' } },
        { value: 'i=1-f', name: { en: 'i = 1 − f', zh: 'i = 1 − f' }, tex: 'i_t = 1 - f_t' },
        { value: 'f=1-i', name: { en: 'f = 1 − i', zh: 'f = 1 − i' }, tex: 'f_t = 1 - i_t' },
      ],
      name: { en: 'Forget and input gate', zh: '遗忘门与输入门' },
      meaning: {
        en: 'Tied gates (CIFG): it writes exactly as much as it forgets.',
        zh: '耦合门（CIFG)：忘掉多少就写入多少。',
      },
    },
    {
      id: 'forgetGate',
      kind: 'boolean',
      fallback: true,
      name: { en: 'Forget gate', zh: '遗忘门' },
      meaning: {
        en: 'Without it f = 1 for ever, as in the first LSTM of 1997.',
        zh: '去掉它则 f 恒为 1，与 1997 年最初的 LSTM 相同。',
      },
    },
    {
      id: 'forgetBias',
      kind: 'number',
      fallback: 0,
      min: -1000,
      max: 1000,
      name: { en: 'Forget bias', zh: '遗忘偏置' },
      meaning: {
        en: 'A number added inside the forget gate, so that a fresh network remembers.',
        zh: '加在遗忘门内部的常数，让刚初始化的网络倾向于记住。',
      },
    },
  ],
  findContradiction: (given) => {
    const { forgetGate, coupled, forgetBias } = read(given)
    if (!forgetGate && coupled !== 'none') {
      return {
        en: 'Tied gates need a forget gate.',
        zh: '耦合门需要有遗忘门。',
      }
    }
    if (forgetBias !== 0 && (!forgetGate || coupled === 'f=1-i')) {
      return {
        en: 'A forget bias needs a forget gate with weights of its own.',
        zh: '遗忘偏置要求遗忘门有自己的权重。',
      }
    }
    return null
  },
  form,
  biasOf: { W_f: 'b_f', W_i: 'b_i', W_C: 'b_C', W_o: 'b_o' },
  frameworks,
  slips: (options) => lstmSlips(form(options)),
  guide: () => lstmGuide,
  defaults: { H: 2, I: 2, O: 2, T: 1 },
}
