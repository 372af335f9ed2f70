import type { CSSProperties } from 'react'
import type { Quantity } from '@/lib/core/cells/cell'
import { classNames } from '../_ui/class-names'
import { shown } from '@/lib/core/lab/shown'
import { tintOf } from './tint-of'
import './heat.css'

export function heatStyle(
  value: number,
  range: Quantity['range'],
): { style: CSSProperties; 'data-sign': '+' | '-' } {
  // A custom property is outside React's own list of styles.
  const style: CSSProperties & Record<'--tint', number> = {
    '--tint': Math.round(tintOf(value, range) * 100) / 100,
  }
  return { style, 'data-sign': value < 0 ? '-' : '+' }
}

/** A vector as a row of tinted squares with their numbers. */
export function HeatStrip({
  values,
  range,
  chosen,
  onChoose,
  nameOf,
}: {
  values: Float64Array
  range: Quantity['range']
  chosen: number
  onChoose: (component: number) => void
  nameOf: (component: number) => string
}) {
  return (
    <div className="flex flex-wrap gap-1">
      {Array.from(values, (value, k) => (
        <button
          key={k}
          type="button"
          aria-pressed={k === chosen}
          aria-label={`${nameOf(k)} ${shown(value)}`}
          onClick={() => onChoose(k)}
          className={classNames(
            'heat border-hairline min-h-11 min-w-16 rounded-sm border px-2 text-sm',
            k === chosen && 'border-ink border-2 font-semibold',
          )}
          {...heatStyle(value, range)}
        >
          {shown(value)}
        </button>
      ))}
    </div>
  )
}
