import type { Locale } from '@/lib/core/content/content'
import { formatShare } from '@/lib/platform/i18n/format'

const WIDTH = 480
const HEIGHT = 128
const EDGE = 12
/** Room for the shares beside their lines. */
const START = 52

type ScoreTrendProps = { scores: number[]; name: string; locale: Locale }

/** The share that was right, run by run. The table beside it says the same in numbers. */
export function ScoreTrend({ scores, name, locale }: ScoreTrendProps) {
  const x = (index: number) =>
    START + EDGE + (index * (WIDTH - START - 2 * EDGE)) / Math.max(1, scores.length - 1)
  const y = (score: number) => HEIGHT - EDGE - score * (HEIGHT - 2 * EDGE)
  const points = scores.map((score, index) => ({ cx: x(index).toFixed(1), cy: y(score).toFixed(1) }))
  return (
    <svg role="img" aria-label={name} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full max-w-xl">
      {[0, 0.5, 1].map((level) => (
        <g key={level}>
          <line x1={START} x2={WIDTH} y1={y(level)} y2={y(level)} stroke="var(--hairline)" strokeWidth="1" />
          <text
            x={START - 8}
            y={y(level)}
            textAnchor="end"
            dominantBaseline="central"
            fontSize="14"
            fill="var(--ink-soft)"
          >
            {formatShare(locale, level)}
          </text>
        </g>
      ))}
      <polyline
        points={points.map(({ cx, cy }) => `${cx},${cy}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
      />
      {points.map((point, index) => (
        <circle key={index} {...point} r="4" fill="var(--accent)" />
      ))}
    </svg>
  )
}
