import type { CellForm, Slip } from '../cell'
import { affine, now, tanh } from '../expression'
import { writtenFormula } from '../rewrite'
import { quantityOf } from '../tex'
import { preActivationSlips } from './pre-activation-slips'
import { slipText } from './slip-text'
import { weightedSumSlips } from './weighted-sum-slips'

/** Slips of both Jordan forms: the literal one carries y = W[y, x] + b, the other has an output layer. */
export function jordanSlips(form: CellForm): Slip[] {
  const hasOutputLayer = form.quantities.some(({ id }) => id === 'a')
  if (!hasOutputLayer) {
    return [...preActivationSlips(form, 'y', 'tanh'), ...hiddenSlips(writtenIn(form))]
  }
  const y = quantityOf(form, 'y').formula
  const catalogued = { quantity: 'y', isCatalogued: true }
  return [
    ...weightedSumSlips(form, 'h', { wrongActivations: ['sigmoid', 'relu'] }),
    ...preActivationSlips(form, 'a', 'tanh'),
    {
      ...catalogued,
      id: 'no_bias',
      formula: affine('W_y', [now('h')], null),
      ...slipText(
        ['bias left out', 'The output layer has a bias of its own, b_y, which was not added.'],
        ['漏加偏置', '输出层有自己的偏置 b_y，这里没有加上。'],
      ),
    },
    {
      ...catalogued,
      id: 'used_pre_activation',
      formula: affine('W_y', [now('a')], 'b_y'),
      ...slipText(
        [
          'tanh left out before the output layer',
          'The output layer acts on h; here it got the sum before tanh.',
        ],
        ['输出层之前漏掉了 tanh', '输出层作用于 h，这里用的却是取 tanh 之前的加权和。'],
      ),
    },
    {
      ...catalogued,
      id: 'tanh_applied',
      formula: tanh(y),
      ...slipText(
        ['tanh taken of the output', 'The output layer is linear: no tanh after W_y h + b_y.'],
        ['对输出多取了 tanh', '输出层是线性的：W_y h + b_y 之后没有 tanh。'],
      ),
    },
  ]
}

const hiddenSlips = (form: CellForm): Slip[] =>
  weightedSumSlips(form, 'h', { wrongActivations: ['sigmoid', 'relu'] })

/** The literal form names y, the sum inside h; for the slips of h it is written out. */
function writtenIn(form: CellForm): CellForm {
  const written = { ...quantityOf(form, 'h'), formula: writtenFormula(form, 'h', new Set(['y'])) }
  return {
    ...form,
    quantities: form.quantities.map((quantity) => (quantity.id === 'h' ? written : quantity)),
  }
}
