/**
 * One step backwards as a computation of its own: what the forward pass left is given as parameters, and each
 * derivative is a quantity, so that the same code evaluates, judges, hints and solves it. One unit's recurrent weights
 * are single numbers; elementwise lines hold for any size.
 * Chain rule through h = o·tanh(C), C = f·C_{t-1} + i·C̃ (Gers et al. 2000, backward pass without truncation).
 */
import type { Bilingual } from '../../cells/bilingual'
import type { CellForm, Quantity, Slip } from '../../cells/cell'
import {
  add,
  constant,
  multiply,
  now,
  oneMinus,
  parameter,
  subtract,
  tanh,
  type Expression,
} from '../../cells/expression'
import { slipText, type SlipText } from '../../cells/slips/slip-text'

export type BackpropForm = {
  form: CellForm
  slips: Slip[]
  /** Bounds of the drawn parameters, in the order of drawing. */
  draws: { id: string; low: number; high: number; grid?: number }[]
}

const vector = (id: string, tex: string) => ({
  id,
  tex,
  rows: 'H' as const,
  columns: null,
  isOptional: false,
})

const derivative = (id: string, tex: string, name: Bilingual, formula: Expression): Quantity => ({
  id,
  tex,
  name,
  meaning: name,
  role: 'output',
  size: 'H',
  range: 'real',
  formula,
})

const formOf = (parameters: CellForm['parameters'], quantities: Quantity[]): CellForm => ({
  parameters,
  states: [],
  quantities,
  output: quantities[quantities.length - 1].id,
  isOutputSizeFree: false,
  diagram: { width: 0, height: 0, parts: [], edges: [] },
})

const p = parameter
const sigmoidSlope = (gate: Expression) => multiply(gate, oneMinus(gate))
const tanhSlope = (value: Expression) => subtract(constant(1), multiply(value, value))
const slip = (id: string, quantity: string, formula: Expression, text: SlipText): Slip => ({
  id,
  quantity,
  isCatalogued: true,
  formula,
  ...text,
})

const NO_TANH_SLOPE = slipText(
  ['slope of tanh left out', 'Going back through tanh multiplies by its slope, 1 − tanh².'],
  ['漏乘 tanh 的导数', '反向经过 tanh 时要乘它的导数 1 − tanh²。'],
)
const TANH_NOT_SLOPE = slipText(
  ['tanh instead of its slope', 'Going back multiplies by the slope 1 − tanh², not by tanh itself.'],
  ['把导数用成了 tanh 本身', '反向时乘的是导数 1 − tanh²，不是 tanh 的值。'],
)

/** dh_{t-1} of a plain RNN of one unit. */
export function elmanBackprop(): BackpropForm {
  const slope = tanhSlope(p('h'))
  const da = derivative(
    'da',
    '\\frac{\\partial L}{\\partial a_t}',
    { en: 'derivative with respect to the pre-activation', zh: '对预激活的导数' },
    multiply(p('dh'), slope),
  )
  const dhPrevious = derivative(
    'dh_previous',
    '\\frac{\\partial L}{\\partial h_{t-1}}',
    { en: 'derivative with respect to the old hidden state', zh: '对旧隐状态的导数' },
    multiply(p('u'), now('da')),
  )
  return {
    form: formOf(
      [vector('dh', '\\frac{\\partial L}{\\partial h_t}'), vector('h', 'h_t'), vector('u', 'W_h')],
      [da, dhPrevious],
    ),
    slips: [
      slip('no_tanh_slope', 'da', p('dh'), NO_TANH_SLOPE),
      slip('tanh_not_slope', 'da', multiply(p('dh'), p('h')), TANH_NOT_SLOPE),
      slip(
        'slope_not_squared',
        'da',
        multiply(p('dh'), oneMinus(p('h'))),
        slipText(
          ['square left out', 'The slope of tanh is one minus its square.'],
          ['漏了平方', 'tanh 的导数是 1 减去它的平方。'],
        ),
      ),
      slip('no_tanh_slope', 'dh_previous', multiply(p('u'), p('dh')), NO_TANH_SLOPE),
      slip(
        'no_weight',
        'dh_previous',
        now('da'),
        slipText(
          ['weight left out', 'Going back through W h multiplies by the weight.'],
          ['漏乘权重', '反向经过 W h 时要乘权重。'],
        ),
      ),
    ],
    draws: [
      { id: 'dh', low: -2, high: 2 },
      { id: 'h', low: -0.9, high: 0.9, grid: 0.001 },
      { id: 'u', low: -2, high: 2 },
    ],
  }
}

const f = p('f')
const i = p('i')
const o = p('o')
const candidate = p('C_tilde')
const old = p('C_previous')

const forward = [
  derivative('C', 'C_t', { en: 'cell state', zh: '细胞状态' }, add(multiply(f, old), multiply(i, candidate))),
  derivative(
    'tanh_C',
    '\\tanh(C_t)',
    { en: 'tanh of the cell state', zh: '细胞状态的 tanh' },
    tanh(now('C')),
  ),
]
const fromHidden = multiply(multiply(p('dh'), o), tanhSlope(now('tanh_C')))
const dC = derivative(
  'dC',
  '\\frac{\\partial L}{\\partial C_t}',
  { en: 'derivative with respect to the cell state', zh: '对细胞状态的导数' },
  add(fromHidden, p('dC_next')),
)
const dCPrevious = derivative(
  'dC_previous',
  '\\frac{\\partial L}{\\partial C_{t-1}}',
  { en: 'derivative with respect to the old cell state', zh: '对旧细胞状态的导数' },
  multiply(now('dC'), f),
)

const stateParameters = [
  vector('C_previous', 'C_{t-1}'),
  vector('f', 'f_t'),
  vector('i', 'i_t'),
  vector('C_tilde', '\\tilde{C}_t'),
  vector('o', 'o_t'),
  vector('dh', '\\frac{\\partial L}{\\partial h_t}'),
  vector('dC_next', '\\left.\\frac{\\partial L}{\\partial C_t}\\right|_{\\text{later}}'),
]
const stateDraws = [
  { id: 'C_previous', low: -2, high: 2 },
  { id: 'f', low: 0.1, high: 0.9 },
  { id: 'i', low: 0.1, high: 0.9 },
  { id: 'C_tilde', low: -0.9, high: 0.9 },
  { id: 'o', low: 0.1, high: 0.9 },
  { id: 'dh', low: -1.5, high: 1.5 },
  { id: 'dC_next', low: -1, high: 1 },
]

const dCSlips = [
  slip(
    'no_output_gate',
    'dC',
    add(multiply(p('dh'), tanhSlope(now('tanh_C'))), p('dC_next')),
    slipText(
      ['output gate left out', 'h = o * tanh(C): going back through the product multiplies by o.'],
      ['漏乘输出门', 'h = o * tanh(C)：反向经过乘积时要乘 o。'],
    ),
  ),
  slip('no_tanh_slope', 'dC', add(multiply(p('dh'), o), p('dC_next')), NO_TANH_SLOPE),
  slip(
    'tanh_not_slope',
    'dC',
    add(multiply(multiply(p('dh'), o), now('tanh_C')), p('dC_next')),
    TANH_NOT_SLOPE,
  ),
  slip(
    'dropped_later',
    'dC',
    fromHidden,
    slipText(
      ['later steps left out', 'The cell state also acts through the next step; that derivative is added.'],
      ['漏了后面时间步的部分', '细胞状态还通过下一步起作用，那部分导数要加上。'],
    ),
  ),
  slip(
    'dropped_hidden',
    'dC',
    p('dC_next'),
    slipText(
      [
        'the way through h left out',
        'The cell state also acts through this step’s h; that derivative is added.',
      ],
      ['漏了经过 h 的部分', '细胞状态还通过这一步的 h 起作用，那部分导数要加上。'],
    ),
  ),
]
const dCPreviousSlips = [
  slip(
    'no_forget_gate',
    'dC_previous',
    now('dC'),
    slipText(
      ['forget gate left out', 'The old cell state came in through f, so going back multiplies by f.'],
      ['漏乘遗忘门', '旧细胞状态是经过 f 进来的，反向时要乘 f。'],
    ),
  ),
  slip(
    'used_input_gate',
    'dC_previous',
    multiply(now('dC'), i),
    slipText(
      ['i instead of f', 'The old cell state came in through f; i belongs to the candidate.'],
      ['把 f 用成了 i', '旧细胞状态经过的是 f；i 属于候选。'],
    ),
  ),
  slip(
    'gate_slope',
    'dC_previous',
    multiply(now('dC'), sigmoidSlope(f)),
    slipText(
      [
        'slope of the gate instead of the gate',
        'f stands in the product as it is; its slope belongs to the way into the gate.',
      ],
      ['把门用成了门的导数', '乘积里的 f 保持原样；它的导数属于进入门的那条路。'],
    ),
  ),
  slip(
    'one_minus_f',
    'dC_previous',
    multiply(now('dC'), oneMinus(f)),
    slipText(
      ['1 − f instead of f', 'f is the share that was kept, and the derivative goes back by the same share.'],
      ['把 f 当成了 1 − f', 'f 是保留的比例，导数也按同样的比例往回传。'],
    ),
  ),
]

/** dC_{t-1} of an LSTM without peepholes: the only way back is through f. */
export function lstmCellBackprop(): BackpropForm {
  return {
    form: formOf(stateParameters, [...forward, dC, dCPrevious]),
    slips: [...dCSlips, ...dCPreviousSlips],
    draws: stateDraws,
  }
}

/** dh_{t-1} of an LSTM of one unit: four ways back, one through each gate and the candidate. */
export function lstmHiddenBackprop(): BackpropForm {
  const through = (id: string, tex: string, en: string, zh: string, formula: Expression) =>
    derivative(
      `da_${id}`,
      `\\frac{\\partial L}{\\partial a^${tex}_t}`,
      { en: `derivative with respect to the ${en} before its activation`, zh: `对${zh}预激活的导数` },
      formula,
    )
  const gates = [
    through('f', 'f', 'forget gate', '遗忘门', multiply(multiply(now('dC'), old), sigmoidSlope(f))),
    through('i', 'i', 'input gate', '输入门', multiply(multiply(now('dC'), candidate), sigmoidSlope(i))),
    through('C', 'C', 'candidate', '候选', multiply(multiply(now('dC'), i), tanhSlope(candidate))),
    through('o', 'o', 'output gate', '输出门', multiply(multiply(p('dh'), now('tanh_C')), sigmoidSlope(o))),
  ]
  const terms = ['f', 'i', 'C', 'o'].map((gate) => multiply(p(`u_${gate}`), now(`da_${gate}`)))
  const sum = (parts: Expression[]) => parts.slice(1).reduce((left, right) => add(left, right), parts[0])
  const dhPrevious = derivative(
    'dh_previous',
    '\\frac{\\partial L}{\\partial h_{t-1}}',
    { en: 'derivative with respect to the old hidden state', zh: '对旧隐状态的导数' },
    sum(terms),
  )
  const without = (dropped: number, gate: string) =>
    slip(
      `dropped_${gate}`,
      'dh_previous',
      sum(terms.filter((_, k) => k !== dropped)),
      slipText(
        [
          `the way through ${gate === 'C' ? 'the candidate' : gate} left out`,
          'The old hidden state went into all three gates and the candidate; each is a way back.',
        ],
        [
          `漏了经过${gate === 'C' ? '候选' : ` ${gate} `}的那条路`,
          '旧隐状态进入了三个门和候选，每一处都是一条往回的路。',
        ],
      ),
    )
  return {
    form: formOf(
      [...stateParameters, ...['f', 'i', 'C', 'o'].map((gate) => vector(`u_${gate}`, `W_{${gate}h}`))],
      [...forward, dC, ...gates, dhPrevious],
    ),
    slips: [
      ...dCSlips,
      ...['f', 'i', 'C', 'o'].map((gate, k) => without(k, gate)),
      slip(
        'no_weights',
        'dh_previous',
        sum(['f', 'i', 'C', 'o'].map((gate) => now(`da_${gate}`))),
        slipText(
          ['weights left out', 'Each way back multiplies by the weight that h came in with.'],
          ['漏乘权重', '每条往回的路都要乘 h 进来时的权重。'],
        ),
      ),
    ],
    draws: [
      ...stateDraws,
      ...['f', 'i', 'C', 'o'].map((gate) => ({ id: `u_${gate}`, low: -1.5, high: 1.5 })),
    ],
  }
}
