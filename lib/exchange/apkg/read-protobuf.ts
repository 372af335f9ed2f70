/** One message's fields by number: numbers as they are, everything else as bytes. Repeated ones in order. */
export type ProtobufMessage = Map<number, (number | Uint8Array)[]>

const MAX_FIELDS = 500_000

/**
 * The wire format of protobuf, which three small messages need and no library is worth (protobuf.dev, "Encoding").
 * Null for what is not that. Numbers above 2^53 lose their last digits: nothing that we read is so large.
 */
export function readProtobuf(bytes: Uint8Array): ProtobufMessage | null {
  const fields: ProtobufMessage = new Map()
  let at = 0
  const varint = (): number | null => {
    let value = 0
    for (let i = 0; i < 10; i++) {
      if (at >= bytes.length) return null
      const byte = bytes[at++]
      value += (byte & 0x7f) * 2 ** (7 * i)
      if (byte < 0x80) return value
    }
    return null
  }
  for (let count = 0; at < bytes.length; count++) {
    if (count > MAX_FIELDS) return null
    const key = varint()
    if (key === null) return null
    const [number, type] = [Math.floor(key / 8), key % 8]
    let value: number | Uint8Array | null
    if (type === 0) value = varint()
    else if (type === 1 || type === 5) value = take(type === 1 ? 8 : 4)
    else if (type === 2) {
      const length = varint()
      value = length === null ? null : take(length)
    } else return null
    if (value === null) return null
    const before = fields.get(number)
    if (before) before.push(value)
    else fields.set(number, [value])
  }
  return fields

  function take(length: number): Uint8Array | null {
    if (at + length > bytes.length) return null
    at += length
    return bytes.subarray(at - length, at)
  }
}

const decoder = new TextDecoder()

/** The last value given, as proto3 has it; empty where there is none. */
export function textField(message: ProtobufMessage, number: number): string {
  const value = message.get(number)?.at(-1)
  return value instanceof Uint8Array ? decoder.decode(value) : ''
}

export function numberField(message: ProtobufMessage, number: number): number {
  const value = message.get(number)?.at(-1)
  return typeof value === 'number' ? value : 0
}
