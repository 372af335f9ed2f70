import type { CellForm, Slip } from '../cell'
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
} from '../expression'
import { writtenFormula } from '../rewrite'
import { quantityOf, writtenOut } from '../tex'
import { preActivationSlips } from './pre-activation-slips'
import { slipText, type SlipText } from './slip-text'
import { weightedSumSlips } from './weighted-sum-slips'

const old = previous('h')
const z = now('z')
const r = now('r')

/** Every slip of a GRU under its options. */
export function gruSlips(form: CellForm): Slip[] {
  const isAfter = form.quantities.some(({ id }) => id === 'n')
  return [
    ...gateSlips(form, 'z', 'r'),
    ...gateSlips(form, 'r', 'z'),
    ...(isAfter ? candidateAfterSlips() : candidateBeforeSlips(form)),
    ...hiddenStateSlips(form, now(isAfter ? 'n' : 'h_tilde')),
  ]
}

function gateSlips(form: CellForm, gate: string, other: string): Slip[] {
  return [
    ...weightedSumSlips(form, gate, { wrongActivations: ['tanh'], otherWeights: [other] }),
    {
      id: 'one_minus',
      quantity: gate,
      isCatalogued: true,
      formula: oneMinus(writtenFormula(form, gate, writtenOut(form))),
      ...slipText(
        ['one minus the gate', `This is 1 − ${gate}: the share on the other side of the gate.`],
        ['取成了 1 减去门', `这是 1 − ${gate}，也就是门另一侧的比例。`],
      ),
    },
    ...preActivationSlips(form, `a_${gate}`, 'sigmoid', [other]),
  ]
}

const NO_RESET_GATE = slipText(
  ['reset gate left out', 'The candidate saw the whole old state; r says how much of it is seen.'],
  ['漏乘重置门', '候选看到了完整的旧状态；应由 r 决定看到多少。'],
)
const RESET_AFTER = slipText(
  [
    'reset after the product',
    'Here r scales the old state before the matrix: W[r * h, x]. Scaling the product afterwards is PyTorch’s convention and gives other numbers.',
  ],
  [
    '在乘积之后才重置',
    '这里 r 在矩阵之前乘旧状态：W[r * h, x]。先乘矩阵再乘 r 是 PyTorch 的写法，结果不同。',
  ],
)
const RESET_BEFORE = slipText(
  [
    'reset before the product',
    'Under this convention r scales the product of the matrix and the old state, not the old state itself.',
  ],
  ['在乘积之前就重置', '按这种写法，r 乘的是矩阵与旧状态的乘积，而不是旧状态本身。'],
)
const RESET_SCALES_EVERYTHING = slipText(
  [
    'r scales the input too',
    'The reset gate acts on the old state only; here it also scaled the input’s share.',
  ],
  ['r 把输入也乘上了', '重置门只作用于旧状态；这里把输入那部分也一起乘了。'],
)
const UPDATE_AS_RESET = slipText(
  ['z instead of r', 'The candidate is made with the reset gate r; here the update gate z stood in for it.'],
  ['把 r 用成了 z', '算候选用的是重置门 r，这里用成了更新门 z。'],
)
const ONE_MINUS_R = slipText(
  ['1 − r instead of r', 'r small means ignore the old state; here r and 1 − r are exchanged.'],
  ['把 r 用成了 1 − r', 'r 小表示忽略旧状态；这里把 r 和 1 − r 弄反了。'],
)

function candidateBeforeSlips(form: CellForm): Slip[] {
  const slip = (id: string, formula: Expression, text: SlipText): Slip => ({
    id,
    quantity: 'h_tilde',
    isCatalogued: true,
    formula,
    ...text,
  })
  const seeing = (state: Expression) => tanh(affine('W', [state, input], 'b'))
  const ofState = affine('W', [old, zero('I')], null)
  const ofInput = affine('W', [zero('H'), input], 'b')
  return [
    slip('no_reset_gate', seeing(old), NO_RESET_GATE),
    slip('reset_after_product', tanh(add(multiply(r, ofState), ofInput)), RESET_AFTER),
    slip(
      'reset_scales_everything',
      tanh(add(multiply(r, affine('W', [old, input], null)), { op: 'parameter', name: 'b' })),
      RESET_SCALES_EVERYTHING,
    ),
    slip('used_update_gate_as_reset', seeing(multiply(z, old)), UPDATE_AS_RESET),
    slip('one_minus_r', seeing(multiply(oneMinus(r), old)), ONE_MINUS_R),
    ...weightedSumSlips(form, 'h_tilde', {
      wrongActivations: ['sigmoid'],
      further: ['no_input_term', 'concat_swapped'],
    }),
    ...preActivationSlips(form, 'a_h', 'tanh'),
    {
      id: 'used_update_gate_as_reset',
      quantity: 'r_h',
      isCatalogued: true,
      formula: multiply(z, old),
      ...UPDATE_AS_RESET,
    },
    {
      id: 'one_minus_r',
      quantity: 'r_h',
      isCatalogued: true,
      formula: multiply(oneMinus(r), old),
      ...ONE_MINUS_R,
    },
    { id: 'no_reset_gate', quantity: 'r_h', isCatalogued: true, formula: old, ...NO_RESET_GATE },
  ]
}

function candidateAfterSlips(): Slip[] {
  const slip = (id: string, formula: Expression, text: SlipText): Slip => ({
    id,
    quantity: 'n',
    isCatalogued: true,
    formula,
    ...text,
  })
  const ofInput = now('gi_n')
  const ofState = now('gh_n')
  const sum = add(ofInput, multiply(r, ofState))
  const withoutBias = add(
    affine('W', [zero('H'), input], null),
    multiply(r, affine('W', [old, zero('I')], null)),
  )
  return [
    slip('no_reset_gate', tanh(add(ofInput, ofState)), NO_RESET_GATE),
    slip(
      'reset_before_product',
      tanh(add(ofInput, affine('W', [multiply(r, old), zero('I')], 'b_h'))),
      RESET_BEFORE,
    ),
    slip('reset_scales_everything', tanh(multiply(r, add(ofInput, ofState))), RESET_SCALES_EVERYTHING),
    slip('used_update_gate_as_reset', tanh(add(ofInput, multiply(z, ofState))), UPDATE_AS_RESET),
    slip('one_minus_r', tanh(add(ofInput, multiply(oneMinus(r), ofState))), ONE_MINUS_R),
    slip(
      'no_activation',
      sum,
      slipText(
        ['tanh left out', 'This is the sum itself. It still has to go through tanh.'],
        ['漏掉了 tanh', '这是加权和本身，还要再经过 tanh。'],
      ),
    ),
    slip(
      'sigmoid_instead_of_tanh',
      sigmoid(sum),
      slipText(
        ['σ instead of tanh', 'The candidate goes through tanh; σ belongs to the gates.'],
        ['把 tanh 用成了 σ', '候选要取 tanh；σ 是门用的。'],
      ),
    ),
    slip(
      'no_bias',
      tanh(withoutBias),
      slipText(
        ['bias left out', 'Both halves of the candidate have a bias, which was not added.'],
        ['漏加偏置', '候选的两部分各有偏置，这里没有加上。'],
      ),
    ),
    slip(
      'no_recurrent_term',
      tanh(ofInput),
      slipText(
        ['old state left out', 'Only the input’s half is here; r times the state’s half is missing.'],
        ['漏掉旧状态', '只有输入部分，缺了 r 乘状态部分。'],
      ),
    ),
  ]
}

function hiddenStateSlips(form: CellForm, candidate: Expression): Slip[] {
  const { formula } = quantityOf(form, 'h')
  const isKeptByZ = formula.op === 'add' && formula.left.op === 'multiply' && formula.left.left.op === 'now'
  const keep = isKeptByZ ? z : oneMinus(z)
  const take = isKeptByZ ? oneMinus(z) : z
  const mixed = (kept: Expression, taken: Expression) => add(multiply(kept, old), multiply(taken, candidate))
  const slip = (id: string, wrong: Expression, text: SlipText): Slip => ({
    id,
    quantity: 'h',
    isCatalogued: true,
    formula: wrong,
    ...text,
  })
  return [
    slip(
      'z_convention_flipped',
      mixed(take, keep),
      slipText(
        [
          'z and 1 − z exchanged',
          'That is the other convention: look at which of the two multiplies the old state.',
        ],
        ['z 与 1 − z 用反了', '那是另一种写法：看清楚乘旧状态的是哪一个。'],
      ),
    ),
    slip(
      'no_interpolation',
      candidate,
      slipText(
        [
          'the candidate itself',
          'The new state is a mix of the old one and the candidate, not the candidate alone.',
        ],
        ['直接取了候选', '新状态是旧状态与候选的混合，不只是候选。'],
      ),
    ),
    slip(
      'added_without_complement',
      isKeptByZ ? add(multiply(z, old), candidate) : add(old, multiply(z, candidate)),
      slipText(
        ['1 − z left out', 'The two shares add up to one: z of one and 1 − z of the other.'],
        ['漏乘 1 − z', '两部分的比例加起来是 1：一个占 z，另一个占 1 − z。'],
      ),
    ),
    slip(
      'used_reset_gate',
      isKeptByZ ? mixed(r, oneMinus(r)) : mixed(oneMinus(r), r),
      slipText(
        [
          'r instead of z',
          'Old and new are mixed by the update gate z; here the reset gate r stood in for it.',
        ],
        ['把 z 用成了 r', '混合新旧用的是更新门 z，这里用成了重置门 r。'],
      ),
    ),
    slip(
      'dropped_old_state',
      multiply(take, candidate),
      slipText(
        [
          'old state left out',
          'Only the candidate’s share is here; what is kept of the old state is missing.',
        ],
        ['漏掉旧状态', '只有候选那一份，缺了旧状态留下的部分。'],
      ),
    ),
    slip(
      'dropped_candidate',
      multiply(keep, old),
      slipText(
        [
          'candidate left out',
          'Only what is kept of the old state is here; the candidate’s share is missing.',
        ],
        ['漏掉候选', '只有旧状态留下的部分，缺了候选那一份。'],
      ),
    ),
    slip(
      'tanh_applied',
      tanh(mixed(keep, take)),
      slipText(
        ['tanh taken of the mix', 'The mix is the hidden state already; no tanh comes after it.'],
        ['对混合结果多取了 tanh', '混合之后就是隐状态，不再取 tanh。'],
      ),
    ),
  ]
}
