import type { CellForm, Slip } from '../cell'
import { activate, type Elementwise } from '../expression'
import { writtenFormula } from '../rewrite'
import { quantityOf } from '../tex'
import { slipText } from './slip-text'
import { weightedSumSlips } from './weighted-sum-slips'

/** Slips of a sum that is asked for before its activation. */
export function preActivationSlips(
  form: CellForm,
  quantity: string,
  activation: Elementwise,
  otherWeights: string[] = [],
): Slip[] {
  if (!form.quantities.some(({ id }) => id === quantity)) return []
  const formula = writtenFormula(form, quantity, new Set())
  const { tex } = quantityOf(form, quantity)
  const activatedTooEarly: Slip = {
    id: 'activated_too_early',
    quantity,
    isCatalogued: true,
    formula: activate(activation, formula),
    ...slipText(
      [
        'activation applied too early',
        `The sum itself was asked for, before the activation; here the activation has already been taken of ${tex.replace(/[\\{}]/g, '')}.`,
      ],
      ['过早取了激活函数', '问的是激活之前的加权和，这里已经取过激活函数了。'],
    ),
  }
  return [...weightedSumSlips(form, quantity, { wrongActivations: [], otherWeights }), activatedTooEarly]
}
