import type { Diagram, DiagramEdge, DiagramPart } from '@/lib/core/cells/cell'
import { classNames } from '../_ui/class-names'
import { edgePoints, halfSize } from './diagram-geometry'
import './cell-diagram.css'

/** Pixels of the drawing's own grid; the picture scales as a whole. */
const UNIT = 40

type CellDiagramProps = {
  diagram: Diagram
  /** KaTeX HTML by part id, rendered ahead. */
  labels: Record<string, string>
  /** One number by quantity id: gates fill to it, the others print it. */
  values?: Record<string, string>
  /** How far each gate is open, 0 to 1, by quantity id. */
  openings?: Record<string, number>
  /** Part ids whose connecting lines are drawn heavier: the path of the cell state. */
  mainLine?: readonly string[]
  /** The quantity looked at, and what a press on another part does. The keyboard's way stands beside the picture. */
  chosen?: string
  onChoose?: (quantity: string) => void
  /** The picture in words; the numbers stand in a table beside it. */
  name: string
}

/** A cell, drawn from its own description (lib/core/cells): nothing here knows which cell it is. */
export function CellDiagram({
  diagram,
  labels,
  values,
  openings,
  mainLine = [],
  chosen,
  onChoose,
  name,
}: CellDiagramProps) {
  const isMain = ({ from, to }: DiagramEdge) => mainLine.includes(from) && mainLine.includes(to)
  const mainLast = diagram.edges.toSorted((a, b) => Number(isMain(a)) - Number(isMain(b)))
  return (
    <div className="cell-diagram" role="img" aria-label={name}>
      <svg viewBox={`0 0 ${diagram.width * UNIT} ${diagram.height * UNIT}`} aria-hidden="true">
        {mainLast.map((edge) => (
          <Line
            key={`${edge.from} ${edge.to}`}
            points={edgePoints(diagram, edge)}
            isMain={isMain(edge)}
            hasHead={diagram.parts.find(({ id }) => id === edge.to)?.shape !== 'concatenation'}
          />
        ))}
        {diagram.parts.map((part) => (
          <g
            key={part.id}
            className={classNames(
              part.quantity !== undefined && part.quantity === chosen && 'cell-diagram-chosen',
              part.quantity !== undefined && onChoose && 'cursor-pointer',
            )}
            onClick={() => part.quantity !== undefined && onChoose?.(part.quantity)}
          >
            <Shape part={part} opening={part.quantity ? openings?.[part.quantity] : undefined} />
          </g>
        ))}
      </svg>
      {diagram.parts
        .filter(({ shape }) => shape !== 'concatenation')
        .map((part) => (
          <span
            key={part.id}
            aria-hidden="true"
            className={classNames('cell-diagram-label', `cell-diagram-${part.shape}`)}
            style={{ left: `${(part.x / diagram.width) * 100}%`, top: `${(part.y / diagram.height) * 100}%` }}
          >
            <span dangerouslySetInnerHTML={{ __html: labels[part.id] ?? '' }} />
            {part.quantity && SHOWS_VALUE.has(part.shape) && values?.[part.quantity] ? (
              <b>{values[part.quantity]}</b>
            ) : null}
          </span>
        ))}
    </div>
  )
}

/** Server and browser must write the same attribute, and their last digits may differ. */
const rounded = (length: number) => Math.round(length * 100) / 100

const SHOWS_VALUE: ReadonlySet<DiagramPart['shape']> = new Set(['gate', 'activation', 'output'])

function Line({
  points,
  isMain,
  hasHead,
}: {
  points: readonly (readonly [number, number])[]
  isMain: boolean
  hasHead: boolean
}) {
  const [before, end] = points.slice(-2)
  const dx = Math.sign(end[0] - before[0])
  const dy = Math.sign(end[1] - before[1])
  const [x, y] = [end[0] * UNIT, end[1] * UNIT]
  const head = `M${x - 7 * dx + 4 * dy} ${y - 7 * dy + 4 * dx}L${x} ${y}L${x - 7 * dx - 4 * dy} ${y - 7 * dy - 4 * dx}`
  return (
    <g className={classNames('cell-diagram-line', isMain && 'cell-diagram-main')}>
      <path d={`M${points.map(([px, py]) => `${px * UNIT} ${py * UNIT}`).join('L')}`} />
      {hasHead ? <path d={head} /> : null}
    </g>
  )
}

function Shape({ part, opening }: { part: DiagramPart; opening: number | undefined }) {
  const [halfWidth, halfHeight] = halfSize(part)
  const [x, y, width, height] = [
    (part.x - halfWidth) * UNIT,
    (part.y - halfHeight) * UNIT,
    2 * halfWidth * UNIT,
    2 * halfHeight * UNIT,
  ].map(rounded)
  switch (part.shape) {
    case 'gate':
    case 'activation':
      return (
        <g className="cell-diagram-shape">
          <rect x={x} y={y} width={width} height={height} rx="3" />
          {opening === undefined ? null : (
            <rect
              className="cell-diagram-opening"
              x={x}
              y={rounded(y + height * (1 - opening))}
              width={width}
              height={rounded(height * opening)}
            />
          )}
          <rect className="cell-diagram-outline" x={x} y={y} width={width} height={height} rx="3" />
        </g>
      )
    case 'operator':
      return (
        <circle className="cell-diagram-shape" cx={part.x * UNIT} cy={part.y * UNIT} r={halfWidth * UNIT} />
      )
    case 'concatenation':
      return <circle className="cell-diagram-joint" cx={part.x * UNIT} cy={part.y * UNIT} r={4} />
    default:
      return null
  }
}
