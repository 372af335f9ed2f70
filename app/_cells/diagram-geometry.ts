import type { Diagram, DiagramEdge, DiagramPart } from '@/lib/core/cells/cell'

type Point = readonly [number, number]

/** Half width and half height of what is drawn, in grid units. */
const HALF: Record<DiagramPart['shape'], Point> = {
  input: [0.42, 0.42],
  state: [0.62, 0.42],
  output: [0.42, 0.42],
  concatenation: [0.1, 0.1],
  gate: [0.72, 0.52],
  activation: [0.72, 0.52],
  operator: [0.42, 0.42],
}

export function halfSize(part: DiagramPart): Point {
  return HALF[part.shape]
}

/** Where the line from `towards` meets the outline of a part. Lines run along the grid, so one side decides. */
function atOutline(part: DiagramPart, towards: Point): Point {
  const [halfWidth, halfHeight] = halfSize(part)
  const dx = towards[0] - part.x
  const dy = towards[1] - part.y
  if (Math.abs(dx) >= Math.abs(dy)) return [part.x + Math.sign(dx) * halfWidth, part.y]
  return [part.x, part.y + Math.sign(dy) * halfHeight]
}

/** The corners of an edge, from outline to outline. */
export function edgePoints(diagram: Diagram, edge: DiagramEdge): Point[] {
  const from = diagram.parts.find(({ id }) => id === edge.from)
  const to = diagram.parts.find(({ id }) => id === edge.to)
  if (!from || !to) throw new Error(`The diagram has no part ${from ? edge.to : edge.from}`)
  const corners: Point[] = edge.via ?? []
  const start = atOutline(from, corners[0] ?? [to.x, to.y])
  const end = atOutline(to, corners[corners.length - 1] ?? [from.x, from.y])
  return [start, ...corners, end]
}
