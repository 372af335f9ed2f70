'use client'

import { useState } from 'react'
import { listPlaces, type Place } from '@/lib/core/lab/draw-network'
import { plainTex } from '@/lib/core/lab/plain-tex'
import { readNumber } from '@/lib/core/exercises/read-number'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import { Button } from '../_ui/button'
import { Formula } from './formula'
import type { LabState } from './use-lab'

/** Every weight, input and first state, to be typed over in place. */
export function NumberEditor({ lab, formulas }: { lab: LabState; formulas: Record<string, string> }) {
  const text = useText(labText)
  const { setup, trace, change, setNumber } = lab
  const valueAt = (place: Place, row: number, column: number): number => {
    const [, columns] = place.shape
    const step = /^x\.(\d+)$/.exec(place.id)
    if (step) return trace.x[Number(step[1])][row]
    const state = trace.form.states.find(({ initial }) => initial === place.id)
    if (state) return trace.initial[state.id][row]
    return trace.parameters[place.id][row * columns + column]
  }
  return (
    <div className="grid gap-5">
      <p className="text-soft text-sm">{text.numbersLead}</p>
      <div className="flex flex-wrap gap-x-8 gap-y-6">
        {listPlaces(setup).map((place) => (
          <div key={place.id} className="grid max-w-full content-start gap-1.5">
            <Formula tex={place.label} formulas={formulas} />
            <div
              className="grid max-w-full gap-1 overflow-x-auto p-0.5"
              style={{ gridTemplateColumns: `repeat(${place.shape[1]}, 4.25rem)` }}
            >
              {Array.from({ length: place.shape[0] * place.shape[1] }, (_, index) => {
                const row = Math.floor(index / place.shape[1])
                const column = index % place.shape[1]
                const id = place.isMatrix ? `${place.id}.${row}.${column}` : `${place.id}.${row}`
                const name = place.isMatrix
                  ? text.cellOf(plainTex(place.label), row + 1, column + 1)
                  : text.entryOf(plainTex(place.label), row + 1)
                return (
                  <NumberBox
                    key={id}
                    name={name}
                    value={valueAt(place, row, column)}
                    onChange={(value) => setNumber(id, value)}
                  />
                )
              })}
            </div>
          </div>
        ))}
      </div>
      <div>
        <Button disabled={Object.keys(setup.edits).length === 0} onClick={() => change({ edits: {} })}>
          {text.resetNumbers}
        </Button>
      </div>
    </div>
  )
}

function NumberBox({
  name,
  value,
  onChange,
}: {
  name: string
  value: number
  onChange: (value: number) => void
}) {
  const text = useText(labText)
  const [typed, setTyped] = useState<string | null>(null)
  const read = readNumber(typed ?? String(value))
  const isWrong = typed !== null && !(read.ok && Math.abs(read.value) <= 1000)
  return (
    <input
      inputMode="text"
      autoComplete="off"
      aria-label={name}
      aria-invalid={isWrong || undefined}
      title={isWrong ? text.notANumber : undefined}
      value={typed ?? String(value).replace('-', '−')}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        const next = readNumber(currentTarget.value)
        if (next.ok && Math.abs(next.value) <= 1000) onChange(next.value)
      }}
      onBlur={() => setTyped(null)}
      className="border-hairline hover:border-ink aria-invalid:border-danger bg-raised min-h-10 w-full rounded-sm border px-1 text-center text-sm tabular-nums"
    />
  )
}
