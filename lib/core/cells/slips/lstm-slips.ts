import type { CellForm, Slip } from '../cell'
import { add, multiply, now, oneMinus, previous, sigmoid, tanh, type Expression } from '../expression'
import { rewrite, writtenFormula } from '../rewrite'
import { quantityOf, writtenOut } from '../tex'
import { preActivationSlips } from './pre-activation-slips'
import { slipText, type SlipText } from './slip-text'
import { weightedSumSlips } from './weighted-sum-slips'

/** Every slip of an LSTM under its options. */
export function lstmSlips(form: CellForm): Slip[] {
  return [
    ...['f', 'i', 'o'].flatMap((gate) => gateSlips(form, gate)),
    ...weightedSumSlips(form, 'C_tilde', { wrongActivations: ['sigmoid'] }),
    ...preActivationSlips(form, 'a_C', 'tanh'),
    ...cellStateSlips(),
    ...tanhSlips(),
    ...hiddenStateSlips(),
  ]
}

/** Gates with weights of their own; a tied gate has one slip: the other gate itself. */
function gateSlips(form: CellForm, gate: string): Slip[] {
  const { formula } = quantityOf(form, gate)
  if (formula.op === 'constant') return []
  if (formula.op === 'subtract') {
    const text = slipText(
      ['one minus left out', 'The gates are tied: one is one minus the other. Here both are the same.'],
      ['漏掉了 1 减', '两个门是耦合的：一个等于 1 减去另一个，这里两个却取成了同一个值。'],
    )
    return [{ id: 'one_minus', quantity: gate, isCatalogued: true, formula: formula.right, ...text }]
  }
  const others = ['f', 'i', 'o'].filter(
    (other) => other !== gate && form.quantities.some(({ id }) => id === `a_${other}`),
  )
  const oneMinusGate: Slip = {
    id: 'one_minus',
    quantity: gate,
    isCatalogued: true,
    formula: oneMinus(writtenFormula(form, gate, writtenOut(form))),
    ...slipText(
      ['one minus the gate', `This is 1 − ${gate}: the share on the other side of the gate.`],
      ['取成了 1 减去门', `这是 1 − ${gate}，也就是门另一侧的比例。`],
    ),
  }
  return [
    ...weightedSumSlips(form, gate, { wrongActivations: ['tanh'], otherWeights: others }),
    oneMinusGate,
    ...peepholeSlips(form, gate),
    ...preActivationSlips(form, `a_${gate}`, 'sigmoid', others),
  ]
}

/** Only with peepholes: the peephole left out, or looking at the cell state of the wrong moment. */
function peepholeSlips(form: CellForm, gate: string): Slip[] {
  const formula = writtenFormula(form, gate, writtenOut(form))
  const isPeephole = (node: Expression) => node.op === 'multiply' && node.left.op === 'parameter'
  const without = rewrite(formula, (node) => (node.op === 'add' && isPeephole(node.right) ? node.left : node))
  if (JSON.stringify(without) === JSON.stringify(formula)) return []
  const slips: Slip[] = [
    {
      id: 'no_peephole',
      quantity: gate,
      isCatalogued: false,
      formula: without,
      ...slipText(
        ['peephole left out', 'With peepholes this gate also sees the cell state, weighed by p.'],
        ['漏掉了窥视孔', '带窥视孔时，这个门还会看到按 p 加权的细胞状态。'],
      ),
    },
  ]
  if (gate === 'o') {
    slips.push({
      id: 'peephole_on_old_state',
      quantity: gate,
      isCatalogued: false,
      formula: rewrite(formula, (node) =>
        node.op === 'now' && node.quantity === 'C' ? previous('C') : node,
      ),
      ...slipText(
        [
          'peephole on the old cell state',
          'The output gate looks at the new cell state; f and i look at the old one.',
        ],
        ['窥视了旧的细胞状态', '输出门看的是新的细胞状态；f 和 i 看的才是旧的。'],
      ),
    })
  }
  return slips
}

const f = now('f')
const i = now('i')
const candidate = now('C_tilde')
const o = now('o')
const old = previous('C')

function cellStateSlips(): Slip[] {
  const slip = (id: string, formula: Expression, text: SlipText): Slip => ({
    id,
    quantity: 'C',
    isCatalogued: true,
    formula,
    ...text,
  })
  return [
    slip(
      'swapped_f_and_i',
      add(multiply(i, old), multiply(f, candidate)),
      slipText(
        ['f and i swapped', 'f scales the old cell state, i the candidate; here it is the other way round.'],
        ['f 与 i 用反了', 'f 乘旧的细胞状态，i 乘候选；这里正好反了。'],
      ),
    ),
    slip(
      'no_forget_gate',
      add(old, multiply(i, candidate)),
      slipText(
        ['forget gate left out', 'The old cell state came in whole; f says how much of it stays.'],
        ['漏乘遗忘门', '旧的细胞状态原样加了进来；应由 f 决定留下多少。'],
      ),
    ),
    slip(
      'no_input_gate',
      add(multiply(f, old), candidate),
      slipText(
        ['input gate left out', 'The candidate came in whole; i says how much of it is written.'],
        ['漏乘输入门', '候选原样加了进来；应由 i 决定写入多少。'],
      ),
    ),
    slip(
      'one_minus_f',
      add(multiply(oneMinus(f), old), multiply(i, candidate)),
      slipText(
        ['1 − f instead of f', 'f is the share that is kept, not the share that is forgotten.'],
        ['把 f 当成了 1 − f', 'f 是保留的比例，不是忘掉的比例。'],
      ),
    ),
    slip(
      'coupled_gates',
      add(multiply(f, old), multiply(oneMinus(f), candidate)),
      slipText(
        ['gates tied as 1 − f', 'This LSTM has an input gate of its own; here 1 − f stood in for i.'],
        ['把输入门当成了 1 − f', '这个 LSTM 有自己的输入门；这里用 1 − f 代替了 i。'],
      ),
    ),
    slip(
      'dropped_memory',
      multiply(i, candidate),
      slipText(
        [
          'old cell state left out',
          'Only what is written now is here; what is kept of the old state is missing.',
        ],
        ['漏掉旧的细胞状态', '只有现在写入的部分，缺了旧状态留下的部分。'],
      ),
    ),
    slip(
      'dropped_candidate',
      multiply(f, old),
      slipText(
        ['candidate left out', 'Only what is kept of the old state is here; what is written now is missing.'],
        ['漏掉候选', '只有旧状态留下的部分，缺了现在写入的部分。'],
      ),
    ),
    slip(
      'tanh_applied',
      tanh(add(multiply(f, old), multiply(i, candidate))),
      slipText(
        [
          'tanh taken of the cell state',
          'The cell state itself has no tanh; that comes only on the way to h.',
        ],
        ['对细胞状态多取了 tanh', '细胞状态本身不取 tanh，算 h 时才取。'],
      ),
    ),
  ]
}

function tanhSlips(): Slip[] {
  return [
    {
      id: 'sigmoid_on_C',
      quantity: 'tanh_C',
      isCatalogued: true,
      formula: sigmoid(now('C')),
      ...SIGMOID_ON_C,
    },
    { id: 'no_tanh_on_C', quantity: 'tanh_C', isCatalogued: true, formula: now('C'), ...NO_TANH_ON_C },
    {
      id: 'used_previous_C',
      quantity: 'tanh_C',
      isCatalogued: true,
      formula: tanh(old),
      ...USED_PREVIOUS_C,
    },
  ]
}

function hiddenStateSlips(): Slip[] {
  const slip = (id: string, formula: Expression, text: SlipText): Slip => ({
    id,
    quantity: 'h',
    isCatalogued: true,
    formula,
    ...text,
  })
  const wrongGate = (gate: string) =>
    slipText(
      [`${gate} instead of o`, `The output gate o scales what is shown; here ${gate} did.`],
      [`把 o 用成了 ${gate}`, `输出多少由输出门 o 决定，这里乘的是 ${gate}。`],
    )
  return [
    slip('no_tanh_on_C', multiply(o, now('C')), NO_TANH_ON_C),
    slip(
      'no_output_gate',
      tanh(now('C')),
      slipText(
        ['output gate left out', 'The whole of tanh(C) came out; o says how much of it is shown.'],
        ['漏乘输出门', '把 tanh(C) 整个输出了；应由 o 决定输出多少。'],
      ),
    ),
    slip('used_previous_C', multiply(o, tanh(old)), USED_PREVIOUS_C),
    slip(
      'used_C_tilde',
      multiply(o, candidate),
      slipText(
        [
          'candidate instead of tanh(C)',
          'The hidden state shows the cell state C through tanh; here the candidate was scaled.',
        ],
        ['把 tanh(C) 用成了候选', '隐状态展示的是细胞状态 C 的 tanh，这里乘的却是候选。'],
      ),
    ),
    slip('sigmoid_on_C', multiply(o, sigmoid(now('C'))), SIGMOID_ON_C),
    slip(
      'tanh_of_product',
      tanh(multiply(o, now('C'))),
      slipText(
        ['tanh of the product', 'tanh is taken of C alone, and then o scales it; here o was inside.'],
        ['把 tanh 取在了乘积上', '先对 C 取 tanh，再乘 o；这里把 o 放进了 tanh 里面。'],
      ),
    ),
    slip('used_forget_gate', multiply(f, tanh(now('C'))), wrongGate('f')),
    slip('used_input_gate', multiply(i, tanh(now('C'))), wrongGate('i')),
  ]
}

const NO_TANH_ON_C = slipText(
  ['tanh left out', 'The cell state goes through tanh before it is shown.'],
  ['漏掉了 tanh', '细胞状态要先取 tanh 再输出。'],
)
const SIGMOID_ON_C = slipText(
  ['σ instead of tanh on C', 'The cell state goes through tanh; σ belongs to the gates.'],
  ['对 C 用了 σ', '细胞状态取的是 tanh；σ 是门用的。'],
)
const USED_PREVIOUS_C = slipText(
  ['old cell state used', 'The hidden state shows the new cell state of this step, not the old one.'],
  ['用了旧的细胞状态', '隐状态展示的是这一步新算出的细胞状态，不是上一步的。'],
)
