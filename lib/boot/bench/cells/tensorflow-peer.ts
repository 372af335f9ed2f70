import { loadTensorflow } from './load-tensorflow'
import type { MeasuredCell } from './measured-cell'

/** One step by a Keras cell of TensorFlow.js on its CPU backend: what it gives, and a function that does it again. */
export async function tensorflowPeer(load: (name: string) => unknown, cell: MeasuredCell) {
  const { tf, layers } = await loadTensorflow(load)
  const options = { units: cell.H, activation: 'tanh', recurrentActivation: 'sigmoid' }
  const layer =
    cell.kind === 'LSTM' ? layers.lstmCell(options) : layers.gruCell({ ...options, resetAfter: false })
  layer.build([null, cell.H])
  const { kernel, recurrent_kernel: recurrent, bias } = cell.inLayout('keras')
  layer.setWeights([kernel, recurrent, bias].map((values) => tf.tensor(values)))
  const row = (values: Float64Array) => tf.tensor([Array.from(values)])
  const inputs = [row(cell.x), row(cell.h), ...(cell.kind === 'LSTM' ? [row(cell.C)] : [])]
  const step = () => tf.tidy(() => layer.call(inputs, {})[0].dataSync())
  return { h: Float64Array.from(step()), step }
}
