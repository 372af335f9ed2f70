const WIDTH = 480
const HEIGHT = 120
const EDGE = 10

/** The share that was right, run by run. The table beside it says the same in numbers. */
export function ScoreTrend({ scores, name }: { scores: number[]; name: string }) {
  const x = (index: number) => EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, scores.length - 1)
  const y = (score: number) => HEIGHT - EDGE - score * (HEIGHT - 2 * EDGE)
  const points = scores.map((score, index) => `${x(index).toFixed(1)},${y(score).toFixed(1)}`)
  return (
    <svg role="img" aria-label={name} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full max-w-xl">
      {[0, 0.5, 1].map((level) => (
        <line
          key={level}
          x1={EDGE}
          x2={WIDTH - EDGE}
          y1={y(level)}
          y2={y(level)}
          stroke="var(--hairline)"
          strokeWidth="1"
        />
      ))}
      <polyline points={points.join(' ')} fill="none" stroke="var(--accent)" strokeWidth="2" />
      {points.map((point, index) => {
        const [cx, cy] = point.split(',')
        return <circle key={index} cx={cx} cy={cy} r="4" fill="var(--accent)" />
      })}
    </svg>
  )
}
