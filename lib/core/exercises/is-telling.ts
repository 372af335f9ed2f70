import { slipValues } from '../cells/diagnose/slip-values'
import type { Posed, Sheet, ValuesTask } from './exercise'

/** A wrong method must not pass: each catalogued slip is at least this far off in some asked component. */
export const LEAST_DISTANCE = 0.03

/**
 * Whether every catalogued slip shows: in what is asked last, since the hard form asks that alone, and in each other
 * asked quantity, where it may show at any of its steps.
 */
export function isTelling(posed: Posed): boolean {
  return posed.isClear !== false && slipDistances(posed).every(({ distance }) => distance >= LEAST_DISTANCE)
}

/** How far off each group of asked components is under its nearest catalogued slip; the last task comes first. */
export function slipDistances({ tasks, sheet }: Posed): { asked: string; distance: number }[] {
  if (sheet === null) return []
  const values = tasks.filter((task) => task.kind === 'values')
  const last = values.slice(-1)
  const quantities = [...new Set(values.map(({ quantity }) => quantity))]
  const groups = [last, ...quantities.map((quantity) => values.filter((task) => task.quantity === quantity))]
  return groups.map((group) => ({
    asked: group.map(({ id }) => id).join(' '),
    distance: leastDistance(sheet, group),
  }))
}

/** The nearest catalogued slip's distance in the component (of any of these tasks) where it shows most. */
function leastDistance({ trace, slips }: Sheet, group: ValuesTask[]): number {
  const catalogued = slips.filter(
    ({ quantity, isCatalogued }) => quantity === group[0]?.quantity && isCatalogued,
  )
  const furthest = catalogued.map(() => 0)
  for (const { step, quantity, size } of group) {
    const indices = Array.from({ length: size }, (_, k) => k)
    slipValues(trace, catalogued, step, indices).forEach(({ values }, s) => {
      for (const k of indices) {
        furthest[s] = Math.max(furthest[s], Math.abs(values[k] - trace.steps[step][quantity][k]))
      }
    })
  }
  return Math.min(Infinity, ...furthest)
}
