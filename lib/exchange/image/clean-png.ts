import { crc32 } from './crc32'
import { joinBytes } from './join-bytes'

/** What draws the picture (PNG §11, APNG): text, time, EXIF, profiles, print sizes and private chunks stay out. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'cICP',
  'acTL',
  'fcTL',
  'fdAT',
  'IDAT',
  'IEND',
])
const MAX_CHUNKS = 20_000

/** Null for what is not a whole PNG: every chunk that is kept is checked by its own sum. */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let hasData = false
  let at = 8
  for (let count = 0; count < MAX_CHUNKS; count++) {
    if (at + 12 > bytes.length) return null
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if ((count === 0) !== (type === 'IHDR')) return null
    if (type === 'IHDR' && !isHeader(view, at + 8, length)) return null
    if (KEPT.has(type)) {
      if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null
      kept.push(bytes.subarray(at, end))
    } else if (/^[A-Z]/.test(type)) return null // critical, and unknown
    hasData ||= type === 'IDAT' && length > 0
    if (type === 'IEND') return hasData ? joinBytes(kept) : null
    at = end
  }
  return null
}

const DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

function isHeader(view: DataView, at: number, length: number): boolean {
  if (length !== 13 || view.getUint32(at) === 0 || view.getUint32(at + 4) === 0) return false
  const depth = view.getUint8(at + 8)
  const colour = view.getUint8(at + 9)
  const isPlain = view.getUint8(at + 10) === 0 && view.getUint8(at + 11) === 0 && view.getUint8(at + 12) <= 1
  return isPlain && (DEPTHS[colour] ?? []).includes(depth)
}
