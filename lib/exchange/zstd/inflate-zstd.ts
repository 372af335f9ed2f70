import { decompress, Decompress } from 'fzstd'
import { UnreadableFile } from '../unreadable-file'

const MAGIC = 0xfd2fb528
/** What zstd's own `--ultra` never exceeds; a window costs memory before the first byte comes out. */
const MAX_WINDOW_BYTES = 32 * 1024 * 1024
const MAX_BLOCK_BYTES = 128 * 1024

export const isZstd = (bytes: Uint8Array): boolean =>
  bytes.length > 4 && view(bytes).getUint32(0, true) === MAGIC

/**
 * One zstd frame (RFC 8878), at most `maxBytes` of it. fzstd allocates by what a frame's head claims, so the head and
 * the chain of blocks are read here first: a frame that says more than it may, or whose blocks must come to more,
 * is refused before anything is inflated.
 */
export function inflateZstd(bytes: Uint8Array, maxBytes: number, name: string): Uint8Array {
  const frame = readFrame(bytes, name)
  if (frame.contentSize !== null && frame.contentSize > maxBytes)
    throw new UnreadableFile('zip-entry-too-large', name)
  if (frame.knownBytes > maxBytes) throw new UnreadableFile('zip-entry-too-large', name)
  const own = bytes.subarray(0, frame.end)
  try {
    if (frame.contentSize !== null) {
      const whole = new Uint8Array(frame.contentSize)
      decompress(own, whole)
      return whole
    }
    if (frame.windowSize > MAX_WINDOW_BYTES) throw new UnreadableFile('zip-entry-too-large', name)
    return inflateUnsized(own, maxBytes, name)
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('zstd-damaged', name)
  }
}

function inflateUnsized(frame: Uint8Array, maxBytes: number, name: string): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  const inflater = new Decompress((chunk) => {
    length += chunk.length
    if (length > maxBytes) throw new UnreadableFile('zip-entry-too-large', name)
    if (chunk.length > 0) chunks.push(chunk)
  })
  inflater.push(frame, true)
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

type Frame = {
  windowSize: number
  contentSize: number | null
  /** What blocks that are not compressed come to: a bomb's tell. */
  knownBytes: number
  end: number
}

function readFrame(bytes: Uint8Array, name: string): Frame {
  const damaged = () => new UnreadableFile('zstd-damaged', name)
  if (bytes.length < 9 || !isZstd(bytes)) throw damaged()
  const data = view(bytes)
  const descriptor = bytes[4]
  const isSingle = (descriptor & 0x20) !== 0
  const hasChecksum = (descriptor & 0x04) !== 0
  const sizeFlag = descriptor >> 6
  if ((descriptor & 0x08) !== 0 || (descriptor & 0x03) !== 0) throw damaged() // reserved; dictionaries are not ours
  let at = 5
  let windowSize = 0
  if (!isSingle) {
    const base = 2 ** (10 + (bytes[at] >> 3))
    windowSize = base + (base / 8) * (bytes[at] & 7)
    at++
  }
  let contentSize: number | null = null
  const sizeBytes = sizeFlag === 0 ? (isSingle ? 1 : 0) : 2 ** sizeFlag
  if (at + sizeBytes > bytes.length) throw damaged()
  if (sizeBytes === 1) contentSize = bytes[at]
  else if (sizeBytes === 2) contentSize = data.getUint16(at, true) + 256
  else if (sizeBytes === 4) contentSize = data.getUint32(at, true)
  else if (sizeBytes === 8) contentSize = data.getUint32(at, true) + data.getUint32(at + 4, true) * 2 ** 32
  at += sizeBytes
  let knownBytes = 0
  for (;;) {
    if (at + 3 > bytes.length) throw damaged()
    const head = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16)
    const isLast = (head & 1) !== 0
    const type = (head >> 1) & 3
    const size = head >> 3
    if (type === 3 || size > MAX_BLOCK_BYTES) throw damaged()
    if (type !== 2) knownBytes += size
    at += 3 + (type === 1 ? 1 : size)
    if (isLast) break
  }
  const end = at + (hasChecksum ? 4 : 0)
  if (end > bytes.length) throw damaged()
  return { windowSize, contentSize, knownBytes, end }
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
