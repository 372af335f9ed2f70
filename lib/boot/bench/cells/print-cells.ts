import { benchCells } from './cells-bench'

/** Prints the figures as a table, or a sentence where there are none. */
export async function printCells(): Promise<void> {
  const figures = await benchCells()
  if (figures === null) {
    console.log('Cells: skipped, since onnxruntime-node and TensorFlow.js could not be installed here.')
    return
  }
  console.log('One step of a cell, H units and H inputs, one thread')
  for (const { cell, H, micros, peers } of figures) {
    for (const { peer, micros: theirs, ratio, largestDifference } of peers) {
      const [ours, other] = [micros.toFixed(2).padStart(6), theirs.toFixed(1).padStart(7)]
      console.log(
        `  ${cell.padEnd(4)} H=${String(H).padEnd(2)}  ours ${ours} µs   ${peer.padEnd(16)} ${other} µs   ${ratio.toFixed(1).padStart(6)}×   largest difference ${largestDifference.toExponential(1)}`,
      )
    }
  }
  const small = figures.filter(({ H }) => H <= 8).flatMap(({ peers }) => peers.map(({ ratio }) => ratio))
  console.log(`  least ratio up to H=8: ${Math.min(...small).toFixed(1)}× (at least 20× on a quiet machine)`)
}
