/**
 * Mistakes that any quantity can suffer, named only where no catalogued one fits: a sign, a decimal place, another
 * unit's value, another moment's. They are found from values, not from formulas.
 */
import type { Bilingual } from '../bilingual'
import { evaluate, type StepScope } from '../evaluate'
import { scopeOf, type Trace } from '../forward'
import type { Explanation } from '../diagnose/judge'
import { quantityOf } from '../tex'
import { slipText } from './slip-text'

export const FURTHER_SLIPS: Record<string, { name: Bilingual; explanation: Bilingual }> = {
  sign: slipText(
    ['sign turned', 'The size is right; the sign is not.'],
    ['正负号反了', '大小对，正负号不对。'],
  ),
  decimal_shift: slipText(
    ['decimal point moved', 'The digits are right; the decimal point has moved by one place.'],
    ['小数点错位', '数字对，小数点移了一位。'],
  ),
  another_component: slipText(
    ['another unit’s value', 'This is the value of another unit: each row of the weights makes one unit.'],
    ['写成了另一个单元的值', '这是另一个单元的值：权重的每一行对应一个单元。'],
  ),
  columns_reversed: slipText(
    ['weights in the wrong columns', 'The weights of a row met the entries in the wrong order.'],
    ['权重的列对错了', '这一行的权重与各个分量没有按顺序对上。'],
  ),
  previous_step: slipText(
    ['the step before', 'This is the same quantity one step earlier.'],
    ['写成了上一步的值', '这是同一个量在上一步的值。'],
  ),
  stale_state: slipText(
    ['an older state', 'The state that comes in is the one the last step left; here an older one was used.'],
    ['用了更早的状态', '进来的应是上一步留下的状态，这里用了更早的。'],
  ),
  another_input: slipText(
    ['another step’s input', 'Each step has its own input; here that of another step was used.'],
    ['用了别的时间步的输入', '每一步有自己的输入，这里用了别的时间步的。'],
  ),
}

/** What each further slip gives at step t (from 0), in the asked components. */
export function furtherSlipValues(
  trace: Trace,
  quantity: string,
  t: number,
  indices: number[],
): Explanation[] {
  const right = trace.steps[t][quantity]
  const { formula } = quantityOf(trace.form, quantity)
  const asked = (values: ArrayLike<number>) => indices.map((index) => values[index])
  const found: Explanation[] = [
    { id: 'sign', values: asked(right.map((value) => -value)) },
    { id: 'decimal_shift', values: asked(right.map((value) => value * 10)) },
    { id: 'decimal_shift', values: asked(right.map((value) => value / 10)) },
  ]
  for (let shift = 1; shift < right.length; shift++) {
    found.push({
      id: 'another_component',
      values: asked(right.map((_, k) => right[(k + shift) % right.length])),
    })
  }
  if (t > 0) found.push({ id: 'previous_step', values: asked(trace.steps[t - 1][quantity]) })
  const again = (changed: Partial<StepScope>): number[] => {
    const scope = { ...scopeOf(trace, trace.steps, t), ...changed, now: {} as Record<string, Float64Array> }
    for (const each of trace.form.quantities) {
      scope.now[each.id] = evaluate(each.formula, scope, trace.sizes[each.size])
      if (each.id === quantity) break
    }
    return asked(scope.now[quantity])
  }
  if (formula.op !== 'constant') {
    found.push({ id: 'columns_reversed', values: again({ parameters: reversedColumns(trace) }) })
  }
  if (t > 0) {
    found.push({
      id: 'stale_state',
      values: again({ previous: scopeOf(trace, trace.steps, t - 1).previous }),
    })
  }
  for (const other of [t - 1, t + 1]) {
    if (other in trace.x) found.push({ id: 'another_input', values: again({ x: trace.x[other] }) })
  }
  return found
}

/** Every matrix with the columns of each of its blocks in the opposite order. */
function reversedColumns(trace: Trace): Record<string, Float64Array> {
  const reversed = { ...trace.parameters }
  for (const { id, columns, rows } of trace.form.parameters) {
    if (columns === null) continue
    const widths = columns.map((block) => trace.sizes[block])
    const width = widths.reduce((sum, block) => sum + block, 0)
    const data = new Float64Array(trace.parameters[id].length)
    for (let row = 0; row < trace.sizes[rows]; row++) {
      let offset = row * width
      for (const block of widths) {
        for (let column = 0; column < block; column++) {
          data[offset + column] = trace.parameters[id][offset + block - 1 - column]
        }
        offset += block
      }
    }
    reversed[id] = data
  }
  return reversed
}
