import { useId } from 'react'
import { useIsHydrated } from '../_ui/use-is-hydrated'
import { shown } from './cell-example'

type InputSliderProps = { symbol: string; name: string; value: number; onChange: (value: number) => void }

/** Before React has taken the page over it would move alone, beside numbers that are another input's: it waits. */
export function InputSlider({ symbol, name, value, onChange }: InputSliderProps) {
  const id = useId()
  const isHydrated = useIsHydrated()
  return (
    <div className="grid min-h-12 grid-cols-[8.5rem_1fr_3.2rem] items-center gap-3">
      <label htmlFor={id} className="leading-tight">
        <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: symbol }} />
        <span className="text-soft block text-xs">{name}</span>
      </label>
      <input
        id={id}
        type="range"
        min={-2}
        max={2}
        step={0.05}
        value={value}
        disabled={!isHydrated}
        aria-valuetext={shown(value)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        className="h-11 w-full"
      />
      <output htmlFor={id} className="text-end text-sm font-medium tabular-nums">
        {shown(value)}
      </output>
    </div>
  )
}
