'use client'

import { useMemo } from 'react'
import { runNetwork } from '@/lib/core/cells/forward'
import { getCell, listCells } from '@/lib/core/cells/registry'
import { networkOf } from '@/lib/core/lab/draw-network'
import { firstSetup, type LabSetup } from '@/lib/core/lab/lab-setup'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import { heatStyle } from './heat'
import { shown } from '@/lib/core/lab/shown'

/** Every other cell on the same input, beside the one that is open. */
export function CompareCells({ setup }: { setup: LabSetup }) {
  const text = useText(labText)
  const locale = useLocale()
  const traces = useMemo(
    () =>
      listCells().map((cell) => {
        const { H, I, O, T, seed, startsAtZero, edits } = setup
        const other: LabSetup = { ...firstSetup(cell.id, seed), H, I, O, T, startsAtZero, edits }
        return { cell, trace: runNetwork(networkOf(cell.id === setup.cell ? setup : other)) }
      }),
    [setup],
  )
  return (
    <div className="grid gap-3">
      <p className="text-soft text-sm">{text.compareLead}</p>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={text.compareTable}>
        <table className="w-full border-separate border-spacing-1 text-sm">
          <caption className="sr-only">{text.compareTable}</caption>
          <thead>
            <tr className="text-soft">
              <th scope="col" className="text-start font-normal">
                {text.cells}
              </th>
              {Array.from({ length: setup.T }, (_, index) => (
                <th key={index} scope="col" className="font-normal">
                  {text.stepShort(index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          {traces.map(({ cell, trace }) => {
            const { output } = trace.form
            const size = trace.steps[0][output].length
            const range = trace.form.quantities.find(({ id }) => id === output)?.range ?? 'real'
            return (
              <tbody key={cell.id}>
                {Array.from({ length: size }, (_, k) => (
                  <tr key={k}>
                    <th scope="row" className="text-start font-normal whitespace-nowrap">
                      {k === 0 ? <span className="font-medium">{getCell(cell.id).name[locale]} </span> : null}
                      <span className="text-soft">
                        {output}
                        {size > 1 ? <sub>{k + 1}</sub> : null}
                      </span>
                    </th>
                    {trace.steps.map((step, index) => (
                      <td
                        key={index}
                        className="heat h-8 min-w-14 rounded-sm text-center"
                        {...heatStyle(step[output][k], range)}
                      >
                        {shown(step[output][k])}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
    </div>
  )
}
