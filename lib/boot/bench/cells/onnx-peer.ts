import { flat, type MeasuredCell } from './measured-cell'
import { onnxModel } from './onnx-model'

/** What is used of onnxruntime-node, which has no types here because it is no dependency. */
type OnnxTensor = { data: Float32Array }
type OnnxRuntime = {
  InferenceSession: {
    create: (
      model: Uint8Array,
      options: object,
    ) => Promise<{ run: (feeds: Record<string, OnnxTensor>) => Promise<Record<string, OnnxTensor>> }>
  }
  Tensor: new (type: 'float32', data: Float32Array, dimensions: number[]) => OnnxTensor
}

/** One step by onnxruntime, on one thread: what it gives, and a function that does it again. */
export async function onnxPeer(loaded: unknown, cell: MeasuredCell) {
  const ort = loaded as OnnxRuntime // a module of no type, at this one border
  const { W, R, B } = cell.inLayout('onnx')
  const model = onnxModel({
    operator: cell.kind,
    H: cell.H,
    I: cell.H,
    W: flat(W),
    R: flat(R),
    B: flat(B),
    resetsAfter: cell.resetsAfter,
  })
  const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  const tensor = (values: Float64Array) =>
    new ort.Tensor('float32', Float32Array.from(values), [1, 1, cell.H])
  const feeds = {
    X: tensor(cell.x),
    h0: tensor(cell.h),
    ...(cell.kind === 'LSTM' ? { c0: tensor(cell.C) } : {}),
  }
  const { Y_h } = await session.run(feeds)
  return { h: Float64Array.from(Y_h.data), step: () => session.run(feeds) }
}
