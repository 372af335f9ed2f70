import { joinBytes } from './join-bytes'
import { exifWithOrientation, findOrientation } from './jpeg-orientation'

/**
 * ITU T.81 §B: tables, frame and scans are kept; APP1 to APP15 and comments (EXIF, XMP, profiles, IPTC, previews) are
 * not, but for Adobe's APP14, which says how the colours are coded, and a plain JFIF head without its thumbnail. What
 * follows the end (a phone puts whole second pictures there) is left out. Null for what is not a whole JPEG.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const orientation = findOrientation(bytes)
  const kept: (Uint8Array | number[])[] = [
    [0xff, 0xd8],
    ...(orientation > 1 ? [exifWithOrientation(orientation)] : []),
  ]
  let frames = 0
  let scans = 0
  let at = 2
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]
    if (marker === 0xff) {
      at++ // a fill byte
      continue
    }
    if (marker === 0xd9) {
      if (frames !== 1 || scans === 0) return null
      return joinBytes([...kept, [0xff, 0xd9]])
    }
    if (marker === 0x01 || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return null
    if (at + 4 > bytes.length) return null
    const length = bytes[at + 2] * 256 + bytes[at + 3]
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    const segment = bytes.subarray(at, end)
    if (isFrame(marker)) {
      if (length < 8 || segment[5] + segment[6] === 0 || segment[7] + segment[8] === 0) return null
      frames++
    }
    const written = keep(marker, segment)
    if (written !== null) kept.push(written)
    at = end
    if (marker === 0xda) {
      const scanEnd = endOfScan(bytes, at)
      if (scanEnd === at) return null
      kept.push(bytes.subarray(at, scanEnd))
      at = scanEnd
      scans++
    }
  }
  return null
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function keep(marker: number, segment: Uint8Array): Uint8Array | null {
  if (marker === 0xe0) return isNamed(segment, 'JFIF\0') && segment.length >= 18 ? jfif(segment) : null
  if (marker === 0xee) return isNamed(segment, 'Adobe') && segment.length >= 16 ? adobe(segment) : null
  return (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe ? null : segment
}

const isNamed = (segment: Uint8Array, name: string) =>
  Array.from(name).every((character, index) => segment[4 + index] === character.charCodeAt(0))

function jfif(segment: Uint8Array): Uint8Array {
  const head = segment.slice(0, 18)
  head.set([0, 16], 2)
  head.set([0, 0], 16) // no thumbnail
  return head
}

function adobe(segment: Uint8Array): Uint8Array {
  const head = segment.slice(0, 16)
  head.set([0, 14], 2)
  return head
}

/** Coded data ends at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1]
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + 2)
  }
  return bytes.length
}
