import { daysUntilRecallIs } from '@/lib/core/schedule/forgetting-curve'

/** When a card of stability 10 (due after 10 days at 90%) would come at another desired retention. */
export function daysInsteadOfTen(retention: number, weights: readonly number[]): number {
  return Math.max(1, Math.round(daysUntilRecallIs(retention, 10, weights)))
}
