import type { CellForm, Slip } from '../cell'
import { quantityOf } from '../tex'
import { preActivationSlips } from './pre-activation-slips'
import { weightedSumSlips } from './weighted-sum-slips'

/** Slips of the plain network: its hidden state, and the sum before the activation. */
export function elmanSlips(form: CellForm): Slip[] {
  const isRelu = quantityOf(form, 'h').range === 'non-negative'
  return [
    ...weightedSumSlips(form, 'h', { wrongActivations: isRelu ? ['tanh', 'sigmoid'] : ['sigmoid', 'relu'] }),
    ...preActivationSlips(form, 'a', isRelu ? 'relu' : 'tanh'),
  ]
}
