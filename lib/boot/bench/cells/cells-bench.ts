import { installPeers } from './install-peers'
import { measuredCell, type MeasuredCell } from './measured-cell'
import { onnxPeer } from './onnx-peer'
import { tensorflowPeer } from './tensorflow-peer'

const SIZES = [2, 4, 8, 16, 64]
/** Short turns, many of them, and the best one: what else the machine does then falls on none. */
const MILLIS_A_TURN = 4
const TURNS = 60

export type PeerFigure = { peer: string; micros: number; ratio: number; largestDifference: number }
export type CellFigure = { cell: string; H: number; micros: number; peers: PeerFigure[] }

/**
 * One step of an LSTM and of a GRU, ours beside onnxruntime-node and TensorFlow.js, with H units and H inputs. Null
 * where the peers cannot be installed. TensorFlow.js knows the GRU only with the reset before the product.
 */
export async function benchCells(): Promise<CellFigure[] | null> {
  const load = installPeers()
  if (load === null) return null
  const figures: CellFigure[] = []
  for (const kind of ['LSTM', 'GRU'] as const) {
    for (const H of SIZES) {
      const cell = measuredCell(kind, kind === 'GRU', H)
      const before = measuredCell(kind, false, H)
      const micros = timed(cell.makeStep().step)
      const onnx = await onnxPeer(load('onnxruntime-node'), cell)
      const tensorflow = await tensorflowPeer(load, before)
      figures.push({
        cell: kind,
        H,
        micros,
        peers: [
          figure('onnxruntime-node', micros, await timedAsync(onnx.step), onnx.h, cell),
          figure(
            'TensorFlow.js',
            timed(before.makeStep().step),
            timed(tensorflow.step),
            tensorflow.h,
            before,
          ),
        ],
      })
    }
  }
  return figures
}

function figure(peer: string, ours: number, micros: number, h: Float64Array, cell: MeasuredCell): PeerFigure {
  const own = cell.makeStep()
  own.step()
  const largestDifference = Math.max(...own.h.map((value, k) => Math.abs(value - h[k])))
  return { peer, micros, ratio: micros / ours, largestDifference }
}

/** Microseconds a call, the best of a few turns. */
function timed(step: () => unknown): number {
  for (let k = 0; k < 2_000; k++) step()
  let best = Infinity
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now()
    let count = 0
    while (performance.now() - start < MILLIS_A_TURN) {
      for (let k = 0; k < 100; k++) step()
      count += 100
    }
    best = Math.min(best, ((performance.now() - start) * 1000) / count)
  }
  return best
}

async function timedAsync(step: () => Promise<unknown>): Promise<number> {
  for (let k = 0; k < 200; k++) await step()
  let best = Infinity
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now()
    let count = 0
    while (performance.now() - start < MILLIS_A_TURN) {
      for (let k = 0; k < 20; k++) await step()
      count += 20
    }
    best = Math.min(best, ((performance.now() - start) * 1000) / count)
  }
  return best
}
