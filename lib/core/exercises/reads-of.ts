import type { CellForm } from '../cells/cell'
import type { Expression } from '../cells/expression'
import { contains } from '../cells/rewrite'
import { quantityOf } from '../cells/tex'

/** What a formula reads, through every quantity that is not given. */
export type Reads = {
  quantities: Set<string>
  parameters: Set<string>
  states: Set<string>
  readsInput: boolean
}

export const noReads = (): Reads => ({
  quantities: new Set(),
  parameters: new Set(),
  states: new Set(),
  readsInput: false,
})

/** Adds to `reads` what this formula needs; `isGiven` quantities are leaves. */
export function addReads(
  form: CellForm,
  formula: Expression,
  isGiven: (quantity: string) => boolean,
  reads: Reads,
): Reads {
  contains(formula, (node) => {
    if (node.op === 'now' && !reads.quantities.has(node.quantity)) {
      reads.quantities.add(node.quantity)
      if (!isGiven(node.quantity)) addReads(form, quantityOf(form, node.quantity).formula, isGiven, reads)
    }
    if (node.op === 'previous') reads.states.add(node.state)
    if (node.op === 'input') reads.readsInput = true
    if (node.op === 'parameter') reads.parameters.add(node.name)
    if (node.op === 'affine') {
      reads.parameters.add(node.matrix)
      if (node.bias !== null) reads.parameters.add(node.bias)
    }
    return false
  })
  return reads
}
