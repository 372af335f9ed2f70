import type { CellForm, Slip } from '../cell'
import { parameter, subtract, zero, type Elementwise, type Expression } from '../expression'
import { rewrite, writtenFormula } from '../rewrite'
import { quantityOf, writtenOut } from '../tex'
import { slipText, type SlipText } from './slip-text'

type Affine = Extract<Expression, { op: 'affine' }>

const ACTIVATION_SIGNS: Record<Elementwise, string> = { sigmoid: 'σ', tanh: 'tanh', relu: 'ReLU' }

/**
 * The slips of every quantity that is an activation of a weighted sum (gates, candidates, a plain hidden state), or
 * the weighted sum itself. `otherWeights` are the gates whose weights are taken by mistake, as their suffixes.
 */
export function weightedSumSlips(
  form: CellForm,
  quantity: string,
  options: {
    wrongActivations: Elementwise[]
    otherWeights?: string[]
    /** Ids of this family that are named only where nothing catalogued fits. */
    further?: string[]
  },
): Slip[] {
  if (!form.quantities.some(({ id }) => id === quantity)) return []
  const formula = writtenFormula(form, quantity, writtenOut(form))
  const right = formula.op === 'sigmoid' || formula.op === 'tanh' || formula.op === 'relu' ? formula.op : null
  const plain = quantityOf(form, quantity).tex.replace(/_t$/, '').replace('\\tilde{', '').replace('}', '~')
  const slip = (id: string, changed: Expression, text: SlipText): Slip => ({
    id,
    quantity,
    isCatalogued: !options.further?.includes(id),
    formula: changed,
    ...text,
  })
  const onSum = (change: (sum: Affine) => Expression) =>
    rewrite(formula, (node) => (node.op === 'affine' ? change(node) : node))

  const activationSlips =
    right === null
      ? []
      : [
          ...options.wrongActivations.map((wrong) =>
            slip(
              `${wrong}_instead_of_${right}`,
              { ...formula, op: wrong } as Expression,
              activationText(right, wrong),
            ),
          ),
          slip('no_activation', 'of' in formula ? formula.of : formula, noActivation(right)),
        ]
  const sumSlips = [
    slip(
      'no_bias',
      onSum((sum) => ({ ...sum, bias: null })),
      NO_BIAS,
    ),
    slip('no_recurrent_term', onSum(withoutState), NO_RECURRENT_TERM),
    slip('no_input_term', onSum(withoutInput), NO_INPUT_TERM),
    slip(
      'concat_swapped',
      onSum((sum) => ({ ...sum, parts: [...sum.parts].reverse() })),
      CONCAT_SWAPPED,
    ),
    {
      ...slip('bias_subtracted', onSum(subtractBias), BIAS_SUBTRACTED),
      isCatalogued: false,
    },
  ]
  const weightSlips = (options.otherWeights ?? []).map((other) =>
    slip(
      `used_weights_of_${other}`,
      rewrite(formula, (node) => withWeightsOf(node, other)),
      slipText(
        [
          `the weights of ${other}`,
          `Each gate has weights and a bias of its own. This is what ${plain} would be with W_${other} and b_${other}.`,
        ],
        [
          `用了 ${other} 的权重`,
          `每个门都有自己的权重和偏置。这是拿 W_${other}、b_${other} 去算 ${plain} 得到的结果。`,
        ],
      ),
    ),
  )
  return [...activationSlips, ...sumSlips, ...weightSlips]
}

const isState = (part: Expression): boolean =>
  part.op === 'previous' || (part.op === 'multiply' && (isState(part.left) || isState(part.right)))

function withoutState(sum: Affine): Expression {
  return { ...sum, parts: sum.parts.map((part) => (isState(part) ? zeroLike(part) : part)) }
}

function withoutInput(sum: Affine): Expression {
  return { ...sum, parts: sum.parts.map((part) => (part.op === 'input' ? zero('I') : part)) }
}

const zeroLike = (part: Expression): Expression =>
  part.op === 'previous' && part.state === 'y' ? zero('O') : zero('H')

const subtractBias = (sum: Affine): Expression =>
  sum.bias === null ? sum : subtract({ ...sum, bias: null }, parameter(sum.bias))

function withWeightsOf(node: Expression, other: string): Expression {
  if (node.op === 'affine') return { ...node, matrix: `W_${other}`, bias: node.bias && `b_${other}` }
  if (node.op === 'parameter' && node.name.startsWith('p_')) return { ...node, name: `p_${other}` }
  return node
}

const RANGES: Record<Elementwise, { en: string; zh: string }> = {
  sigmoid: { en: 'between 0 and 1', zh: '在 0 与 1 之间' },
  tanh: { en: 'between −1 and 1', zh: '在 −1 与 1 之间' },
  relu: { en: 'never negative', zh: '不会是负数' },
}

function activationText(right: Elementwise, wrong: Elementwise): SlipText {
  const [is, was] = [ACTIVATION_SIGNS[right], ACTIVATION_SIGNS[wrong]]
  return slipText(
    [
      `${was} instead of ${is}`,
      `The sum goes through ${is} here (the result is ${RANGES[right].en}); ${was} was taken.`,
    ],
    [`把 ${is} 用成了 ${was}`, `这里的加权和要经过 ${is}（结果${RANGES[right].zh}），你用的是 ${was}。`],
  )
}

const noActivation = (right: Elementwise): SlipText =>
  slipText(
    [
      `${ACTIVATION_SIGNS[right]} left out`,
      `This is the sum itself. It still has to go through ${ACTIVATION_SIGNS[right]}.`,
    ],
    [`漏掉了 ${ACTIVATION_SIGNS[right]}`, `这是加权和本身，还要再经过 ${ACTIVATION_SIGNS[right]}。`],
  )

const NO_BIAS = slipText(
  ['bias left out', 'The dot product is there, but the bias was not added.'],
  ['漏加偏置', '点积算了，但没有加上偏置。'],
)
const NO_RECURRENT_TERM = slipText(
  ['old state left out', 'Only the input was weighed. The weights also act on what the last step left.'],
  ['漏掉旧状态', '只算了当前输入的部分。权重还要作用于上一步留下的状态。'],
)
const NO_INPUT_TERM = slipText(
  ['input left out', 'Only the old state was weighed. The weights also act on this step’s input.'],
  ['漏掉输入', '只算了旧状态的部分。权重还要作用于当前输入。'],
)
const CONCAT_SWAPPED = slipText(
  [
    'concatenation in the wrong order',
    'The state comes first: [h, x]. Here the first columns of the weights met the input.',
  ],
  ['拼接顺序反了', '状态在前：[h, x]。这里权重的前几列乘到了输入上。'],
)
const BIAS_SUBTRACTED = slipText(
  ['bias subtracted', 'The bias is added, with its own sign; here it was taken away.'],
  ['减去了偏置', '偏置应连同符号一起加上，这里却减掉了。'],
)
