'use client'

import { useEffect, useState } from 'react'
import { writtenOut } from '@/lib/core/cells/tex'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import { Button } from '../_ui/button'
import { classNames } from '../_ui/class-names'
import { useIsHydrated } from '../_ui/use-is-hydrated'
import { Formula } from './formula'
import { heatStyle } from './heat'
import { shown } from '@/lib/core/lab/shown'
import type { LabState } from './use-lab'

const STEP_MS = 900

/** The network unrolled: a column a step, a row a quantity. It is its own table, so the picture needs none beside it. */
export function TimeStrip({
  lab,
  formulas,
  component,
}: {
  lab: LabState
  formulas: Record<string, string>
  component: number
}) {
  const text = useText(labText)
  const locale = useLocale()
  const [isPlaying, setPlaying] = useState(false)
  const isHydrated = useIsHydrated()
  const { setup, trace, change } = lab
  const { t, T } = setup
  const isMoving = isPlaying && t < T

  useEffect(() => {
    if (!isMoving) return
    const timer = setTimeout(() => change({ t: t + 1 }), STEP_MS)
    return () => clearTimeout(timer)
  }, [isMoving, t, change])

  const hidden = writtenOut(trace.form)
  const rows = trace.form.quantities.filter(({ id }) => !hidden.has(id))
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="me-auto text-xl">{text.time}</h2>
        <Button disabled={t === 1} onClick={() => change({ t: t - 1 })}>
          {text.earlierStep}
        </Button>
        <Button
          disabled={T === 1}
          onClick={() => {
            if (!isMoving && t === T) change({ t: 1 })
            setPlaying(!isMoving)
          }}
        >
          {isMoving ? text.pause : text.play}
        </Button>
        <Button disabled={t === T} onClick={() => change({ t: t + 1 })}>
          {text.laterStep}
        </Button>
        <input
          type="range"
          min={1}
          max={T}
          value={t}
          disabled={T === 1 || !isHydrated}
          aria-label={text.time}
          aria-valuetext={text.step(t)}
          onChange={({ currentTarget }) => change({ t: currentTarget.valueAsNumber })}
          className="h-11 w-32"
        />
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={text.timeTable}>
        <table className="w-full border-separate border-spacing-1 text-sm">
          <caption className="sr-only">{text.timeTable}</caption>
          <thead>
            <tr>
              <th scope="col" className="text-soft text-start font-normal">
                {text.quantity}
              </th>
              {trace.steps.map((_, index) => (
                <th
                  key={index}
                  scope="col"
                  className={classNames(
                    'font-normal',
                    index + 1 === t ? 'text-ink font-semibold' : 'text-soft',
                  )}
                >
                  {text.stepShort(index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, tex, name, range }) => (
              <tr key={id}>
                <th scope="row" className="text-start font-normal whitespace-nowrap">
                  <Formula tex={tex} formulas={formulas} />
                  <span className="sr-only">{name[locale]}</span>
                </th>
                {trace.steps.map((step, index) => {
                  const value = step[id][Math.min(component, step[id].length - 1)]
                  return (
                    <td
                      key={index}
                      className={classNames(
                        'heat h-9 min-w-14 rounded-sm text-center',
                        index + 1 === t && 'outline-accent outline-2',
                      )}
                      {...heatStyle(value, range)}
                    >
                      {shown(value)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
