import { joinBytes } from './join-bytes'

const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
const IN_FRAME = new Set(['VP8 ', 'VP8L', 'ALPH'])
const MAX_CHUNKS = 2_000
/** RFC 9649 §2.7: that there is a colour profile, EXIF or XMP. */
const METADATA_FLAGS = 0x20 | 0x08 | 0x04

type Chunk = { type: string; data: Uint8Array }

/** RFC 9649: the chunks that draw, in frames too; EXIF, XMP, profiles and unknown ones are not. Null when not whole. */
export function cleanWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes.length < 20) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return null
  const chunks = readChunks(bytes.subarray(12, end))
  if (chunks === null || chunks.length === 0) return null
  const [head] = chunks
  const isExtended = head.type === 'VP8X'
  const written: Uint8Array[] = []
  let pictures = 0
  for (const chunk of isExtended ? chunks : [head]) {
    if (!DRAWN.has(chunk.type)) continue
    if (chunk.type === 'VP8X' && (chunk !== head || chunk.data.length !== 10)) return null
    const data = chunk.type === 'ANMF' ? cleanFrame(chunk.data) : chunk.data
    if (data === null || !isPicture(chunk.type, data)) return null
    if (chunk.type === 'VP8 ' || chunk.type === 'VP8L' || chunk.type === 'ANMF') pictures++
    written.push(writeChunk(chunk.type, chunk.type === 'VP8X' ? withoutFlags(data) : data))
  }
  if (pictures === 0) return null
  const body = joinBytes(written)
  return joinBytes([ascii('RIFF'), uint32(body.length + 4), ascii('WEBP'), body])
}

/** §2.7.1.1: sixteen bytes of place and time, then chunks of its own. */
function cleanFrame(data: Uint8Array): Uint8Array | null {
  const chunks = data.length < 16 ? null : readChunks(data.subarray(16))
  const drawn = chunks?.filter(({ type }) => IN_FRAME.has(type)) ?? []
  if (!drawn.some(({ type }) => type !== 'ALPH')) return null
  if (!drawn.every((chunk) => isPicture(chunk.type, chunk.data))) return null
  return joinBytes([data.subarray(0, 16), ...drawn.map((chunk) => writeChunk(chunk.type, chunk.data))])
}

function readChunks(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let at = 0
  while (at + 8 <= bytes.length && chunks.length < MAX_CHUNKS) {
    const length = view.getUint32(at + 4, true)
    if (at + 8 + length > bytes.length) return null
    const type = String.fromCharCode(...bytes.subarray(at, at + 4))
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return at >= bytes.length ? chunks : null
}

/** The start codes of RFC 6386 §9.1 and of the lossless form. */
function isPicture(type: string, data: Uint8Array): boolean {
  if (type === 'VP8 ') return data.length > 10 && data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a
  return type === 'VP8L' ? data.length > 5 && data[0] === 0x2f : true
}

function withoutFlags(data: Uint8Array): Uint8Array {
  const copy = data.slice()
  copy[0] &= ~METADATA_FLAGS
  return copy
}

const writeChunk = (type: string, data: Uint8Array): Uint8Array =>
  joinBytes([ascii(type), uint32(data.length), data, data.length % 2 === 1 ? [0] : []])

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0))

const uint32 = (value: number) => [
  value & 255,
  (value >>> 8) & 255,
  (value >>> 16) & 255,
  (value >>> 24) & 255,
]
