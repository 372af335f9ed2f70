/** What is used of TensorFlow.js, which has no types here because it is no dependency. */
export type TfTensor = { dataSync: () => Float32Array }
type Tf = {
  ready: () => Promise<void>
  setBackend: (name: string) => Promise<boolean>
  tensor: (values: unknown) => TfTensor
  tidy: <T>(work: () => T) => T
}
export type TfCell = {
  build: (shape: (number | null)[]) => void
  setWeights: (weights: TfTensor[]) => void
  call: (inputs: TfTensor[], options: object) => TfTensor[]
}
type TfLayers = { layers: Record<'simpleRNNCell' | 'lstmCell' | 'gruCell', (options: object) => TfCell> }
/** TensorFlow.js on its CPU backend, and its Keras layers. */
export async function loadTensorflow(load: (name: string) => unknown) {
  // A module of no type, at this one border.
  const tf = load('@tensorflow/tfjs') as Tf & TfLayers
  await tf.setBackend('cpu')
  await tf.ready()
  return { tf, layers: tf.layers }
}
