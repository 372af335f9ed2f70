import type { MeasuredCell } from './measured-cell'

/** What is used of TensorFlow.js, which has no types here because it is no dependency. */
type TfTensor = { dataSync: () => Float32Array }
type Tf = {
  ready: () => Promise<void>
  setBackend: (name: string) => Promise<boolean>
  tensor: (values: unknown) => TfTensor
  tidy: <T>(work: () => T) => T
}
type TfCell = {
  build: (shape: (number | null)[]) => void
  setWeights: (weights: TfTensor[]) => void
  call: (inputs: TfTensor[], options: object) => TfTensor[]
}
type TfLayers = { layers: Record<'lstmCell' | 'gruCell', (options: object) => TfCell> }

/** One step by a Keras cell of TensorFlow.js on its CPU backend: what it gives, and a function that does it again. */
export async function tensorflowPeer(load: (name: string) => unknown, cell: MeasuredCell) {
  // Modules of no type, at this one border.
  const tf = load('@tensorflow/tfjs-core') as Tf
  load('@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops')
  load('@tensorflow/tfjs-backend-cpu')
  const { layers } = load('@tensorflow/tfjs-layers') as TfLayers
  await tf.setBackend('cpu')
  await tf.ready()
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
