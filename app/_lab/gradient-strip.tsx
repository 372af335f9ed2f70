'use client'

import { gradientReach } from '@/lib/core/lab/gradient-reach'
import { formatShare } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import type { LabState } from './use-lab'

/** |dL/dh_t| and |dL/dC_t| over time as bars that carry their numbers, and a sentence that reads them. */
export function GradientStrip({ lab }: { lab: LabState }) {
  const text = useText(labText)
  const locale = useLocale()
  const { setup, trace } = lab
  const reaches = gradientReach(trace)
  const highest = Math.max(1e-12, ...reaches.flatMap(({ lengths }) => lengths.slice(1)))
  const why = setup.cell in text.why ? text.why[setup.cell as keyof typeof text.why] : null // a cell may lack a remark
  return (
    <div className="grid gap-4">
      <p className="text-soft text-sm">{text.gradientsLead}</p>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={text.gradientsTable}>
        <table className="w-full border-separate border-spacing-1 text-sm">
          <caption className="sr-only">{text.gradientsTable}</caption>
          <thead>
            <tr className="text-soft">
              <th scope="col" />
              {trace.steps.map((_, index) => (
                <th key={index} scope="col" className="font-normal">
                  {text.stepShort(index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reaches.map(({ state, lengths }) => (
              <tr key={state}>
                <th scope="row" className="text-start font-serif font-normal whitespace-nowrap">
                  |∂L/∂{state}
                  <sub>t</sub>|
                </th>
                {lengths.slice(1).map((length, index) => (
                  <td key={index} className="min-w-14 text-center align-bottom">
                    <span className="flex h-20 items-end justify-center" aria-hidden="true">
                      <span
                        className="bg-accent block w-7 rounded-t-sm"
                        style={{ height: `${Math.max(1, (length / highest) * 100)}%` }}
                      />
                    </span>
                    <span className="tabular-nums">
                      {length >= 0.001 ? length.toFixed(3) : length.toExponential(0).replace('-', '−')}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {setup.T === 1 ? (
        <p>{text.gradientOne}</p>
      ) : (
        reaches.map(({ state, kept }) => (
          <p key={state}>
            {kept === null || kept === 0
              ? text.gradientGone(state)
              : kept > 1
                ? text.gradientGrows(state, formatShare(locale, kept), setup.T)
                : text.gradientReading(state, formatShare(locale, kept, kept < 0.01 ? 4 : 1), setup.T)}
          </p>
        ))
      )}
      {why ? <p className="text-soft text-sm">{why}</p> : null}
    </div>
  )
}
