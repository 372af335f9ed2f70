import type { CellOptions } from './cell'
import type { ChosenCell } from './layouts/layout'
import { isRecord } from './numbers'
import { done, refuse, type Outcome } from './problem'
import { findCell, listCells, withDefaults } from './registry'

/** A cell by its id with options as they came in a request; absent options are the notes' form. */
export function chooseCell(id: unknown, options: unknown): Outcome<ChosenCell> {
  const cell = typeof id === 'string' ? findCell(id) : null
  if (cell === null) {
    const known = listCells().map((each) => each.id)
    return refuse(
      'unknown_cell',
      `cell is one of ${known.join(', ')}.`,
      `cell 应是 ${known.join('、')} 之一。`,
      'cell',
    )
  }
  if (options !== undefined && options !== null && !isRecord(options)) {
    return refuse('bad_shape', 'options must be an object.', 'options 应是一个对象。', 'options')
  }
  const chosen: CellOptions = {}
  for (const [name, value] of Object.entries(options ?? {})) {
    const spec = cell.options.find((option) => option.id === name)
    const at = `options.${name}`
    if (spec === undefined) {
      const known = cell.options.map((option) => option.id)
      return refuse(
        'unknown_option',
        `${cell.id} has no option ${name}; it has ${known.join(', ')}.`,
        `${cell.id} 没有 ${name} 这个选项，只有 ${known.join('、')}。`,
        at,
      )
    }
    if (spec.kind === 'boolean' && typeof value === 'boolean') chosen[name] = value
    else if (spec.kind === 'choice' && spec.choices.some((choice) => choice.value === value)) {
      chosen[name] = String(value)
    } else if (
      spec.kind === 'number' &&
      typeof value === 'number' &&
      value >= spec.min &&
      value <= spec.max
    ) {
      chosen[name] = value
    } else {
      const allowed =
        spec.kind === 'boolean'
          ? 'true, false'
          : spec.kind === 'number'
            ? `${spec.min} … ${spec.max}`
            : spec.choices.map((choice) => JSON.stringify(choice.value)).join(', ')
      return refuse('unknown_option', `${at} is one of: ${allowed}.`, `${at} 只能是：${allowed}。`, at)
    }
  }
  const complete = withDefaults(cell, chosen)
  const contradiction = cell.findContradiction(complete)
  if (contradiction !== null) {
    return refuse('contradictory_options', contradiction.en, contradiction.zh, 'options')
  }
  return done({ cell, options: complete })
}
