'use client'

import type { EventVerdict } from '@/lib/core/memory/fold'
import type { Memory } from '@/lib/core/memory/memory'
import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import { forgettingStretches } from '@/lib/core/stats/forgetting-points'
import { recallOn } from '@/lib/core/stats/recall'
import { formatShare } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { formatDueDays } from '../_study/format-due'
import { reviewText } from '../_text/review'

type ForgettingCurveProps = {
  verdicts: readonly EventVerdict[]
  revisions: Readonly<Record<string, SchedulerSettings>>
  studyDay: number
  memory: Memory
  settings: SchedulerSettings
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [560, 200, 62, 34, 14]

/** The picture is half as wide on a phone, and its words are to be read there too. */
const WORDS = 'fill-(--ink-soft) text-[22px] sm:text-[13px]'

/** The chance of recall as it fell and will fall: a picture, and the same as a table behind it. */
export function ForgettingCurve({ verdicts, revisions, studyDay, memory, settings }: ForgettingCurveProps) {
  const text = useText(reviewText).infoDialog
  const locale = useLocale()
  const aheadDays = Math.max(7, Math.ceil(memory.stability ?? 0) * 2)
  const lastDay = studyDay + aheadDays
  const stretches = forgettingStretches(verdicts, revisions, lastDay)
  const firstDay = Math.max(stretches[0]?.points[0]?.day ?? studyDay, studyDay - aheadDays * 3)
  const x = (day: number) => LEFT + ((day - firstDay) / Math.max(1, lastDay - firstDay)) * (WIDTH - LEFT - 8)
  const lowest = Math.min(
    0.6,
    ...stretches.flatMap(({ points }) => points.map(({ recall }) => Math.floor(recall * 10) / 10)),
  )
  const y = (recall: number) => TOP + ((1 - recall) / (1 - lowest)) * (HEIGHT - BOTTOM - TOP)
  const paths = stretches.map(({ points }) =>
    points
      .filter(({ day }) => day >= firstDay)
      .map(
        ({ day, recall }, index) => `${index === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(recall).toFixed(1)}`,
      )
      .join(''),
  )
  const recallIn = (days: number) => recallOn(studyDay + days, memory, settings.weights) ?? 1
  const share = (recall: number) => formatShare(locale, recall)
  const ticks = [1, settings.desiredRetention, lowest]
  const tableDays = [0, 1, 3, 7, 14, 30, 90, 180, 365].filter((days) => days <= Math.max(30, aheadDays))
  return (
    <figure className="grid gap-2">
      <figcaption className="text-lg font-serif">{text.curve}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={text.curveText(share(recallIn(0)), aheadDays, share(recallIn(aheadDays)))}
        className="h-auto w-full"
      >
        {ticks.map((recall) => (
          <g key={recall}>
            <line
              x1={LEFT}
              x2={WIDTH - 8}
              y1={y(recall)}
              y2={y(recall)}
              stroke="var(--hairline)"
              strokeDasharray={recall === settings.desiredRetention ? '4 4' : undefined}
            />
            <text x={LEFT - 8} y={y(recall)} textAnchor="end" dominantBaseline="central" className={WORDS}>
              {share(recall)}
            </text>
          </g>
        ))}
        <line x1={x(studyDay)} x2={x(studyDay)} y1={TOP} y2={HEIGHT - BOTTOM} stroke="var(--outline)" />
        <text
          x={x(studyDay)}
          y={HEIGHT - 6}
          textAnchor={x(studyDay) < LEFT + 30 ? 'start' : 'middle'}
          className={WORDS}
        >
          {text.today}
        </text>
        <text x={WIDTH - 8} y={HEIGHT - 6} textAnchor="end" className={WORDS}>
          {formatDueDays(locale, aheadDays)}
        </text>
        {paths.map((path, index) => (
          <path key={index} d={path} fill="none" stroke="var(--accent)" strokeWidth="2" />
        ))}
      </svg>
      <details className="text-sm">
        <summary className="text-accent py-1">{text.curveTable}</summary>
        <table className="mt-1">
          <thead className="text-soft text-xs">
            <tr>
              <th scope="col" className="pe-8 text-start font-normal">
                {text.day}
              </th>
              <th scope="col" className="text-start font-normal">
                {text.recall}
              </th>
            </tr>
          </thead>
          <tbody>
            {tableDays.map((days) => (
              <tr key={days}>
                <th scope="row" className="pe-8 text-start font-normal">
                  {formatDueDays(locale, days)}
                </th>
                <td>{share(recallIn(days))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
