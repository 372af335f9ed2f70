/**
 * One ONNX model with one LSTM or GRU node, written byte by byte: enough of the protobuf wire format (varints and
 * length-delimited fields) and of onnx.proto to be read by onnxruntime. Field numbers are those of onnx.proto.
 */
const FLOAT = 1

const utf8 = new TextEncoder()

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

type Bytes = Uint8Array

const joined = (parts: Bytes[]): Bytes => Buffer.concat(parts)
const number = (field: number, value: number): Bytes =>
  Uint8Array.from([...varint(field << 3), ...varint(value)])
const bytes = (field: number, value: Bytes): Bytes =>
  joined([Uint8Array.from([...varint((field << 3) | 2), ...varint(value.length)]), value])
const text = (field: number, value: string): Bytes => bytes(field, utf8.encode(value))

function tensor(name: string, dimensions: number[], values: Float64Array | number[]): Bytes {
  const raw = new Uint8Array(Float32Array.from(values).buffer)
  return joined([
    ...dimensions.map((size) => number(1, size)),
    number(2, FLOAT),
    text(8, name),
    bytes(9, raw),
  ])
}

function valueInfo(name: string, dimensions: number[]): Bytes {
  const shape = joined(dimensions.map((size) => bytes(1, number(1, size))))
  const tensorType = joined([number(1, FLOAT), bytes(2, shape)])
  return joined([text(1, name), bytes(2, bytes(1, tensorType))])
}

const integerAttribute = (name: string, value: number): Bytes =>
  joined([text(1, name), number(3, value), number(20, 2)])

export type RecurrentModel = {
  operator: 'LSTM' | 'GRU'
  H: number
  I: number
  /** In ONNX's layout, one direction, flattened. */
  W: number[]
  R: number[]
  B: number[]
  resetsAfter: boolean
}

/** A model that takes X [1][1][I], h0 [1][1][H] (and c0) and gives Y_h (and Y_c). */
export function onnxModel({ operator, H, I, W, R, B, resetsAfter }: RecurrentModel): Uint8Array {
  const gates = operator === 'LSTM' ? 4 : 3
  const isLstm = operator === 'LSTM'
  const inputs = ['X', 'W', 'R', 'B', '', 'h0', ...(isLstm ? ['c0'] : [])]
  const outputs = ['', 'Y_h', ...(isLstm ? ['Y_c'] : [])]
  const node = joined([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, operator),
    bytes(5, integerAttribute('hidden_size', H)),
    ...(isLstm ? [] : [bytes(5, integerAttribute('linear_before_reset', resetsAfter ? 1 : 0))]),
  ])
  const state = [1, 1, H]
  const graph = joined([
    bytes(1, node),
    text(2, 'cell'),
    bytes(5, tensor('W', [1, gates * H, I], W)),
    bytes(5, tensor('R', [1, gates * H, H], R)),
    bytes(5, tensor('B', [1, 2 * gates * H], B)),
    bytes(11, valueInfo('X', [1, 1, I])),
    bytes(11, valueInfo('h0', state)),
    ...(isLstm ? [bytes(11, valueInfo('c0', state))] : []),
    bytes(12, valueInfo('Y_h', state)),
    ...(isLstm ? [bytes(12, valueInfo('Y_c', state))] : []),
  ])
  const operatorSet = joined([text(1, ''), number(2, 14)])
  return joined([number(1, 7), bytes(7, graph), bytes(8, operatorSet)])
}
