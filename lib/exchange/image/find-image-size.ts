import { findImageType } from './find-image-type'
import { findOrientation } from './jpeg-orientation'

export type ImageSize = { width: number; height: number }

/** Pixels, from the picture's own header, so that a page can keep its place free. Null where it cannot be read. */
export function findImageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (length: number) => bytes.length >= length
  switch (findImageType(bytes)) {
    case 'image/png': // PNG §11.2.2: IHDR comes first
      return has(24) ? sizeOf(view.getUint32(16), view.getUint32(20)) : null
    case 'image/gif': // GIF89a §18: the logical screen
      return has(10) ? sizeOf(view.getUint16(6, true), view.getUint16(8, true)) : null
    case 'image/jpeg':
      return turned(jpegSize(view), findOrientation(bytes))
    case 'image/webp':
      return has(30) ? webpSize(view) : null
    default:
      return null
  }
}

const sizeOf = (width: number, height: number): ImageSize | null =>
  width > 0 && height > 0 ? { width, height } : null

/** From 5 on a photograph is shown on its side, as browsers do. */
const turned = (size: ImageSize | null, orientation: number): ImageSize | null =>
  size !== null && orientation >= 5 ? { width: size.height, height: size.width } : size

/** ITU T.81 §B.2.2: the frame header (SOF0 to SOF15 but DHT, JPG and DAC) after any number of other segments. */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return sizeOf(view.getUint16(at + 7), view.getUint16(at + 5))
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** RFC 9649: lossy (§2.5, the key frame's header), lossless (§2.6) and extended (§2.7) forms. */
function webpSize(view: DataView): ImageSize | null {
  const form = String.fromCharCode(view.getUint8(12), view.getUint8(13), view.getUint8(14), view.getUint8(15))
  if (form === 'VP8 ') return sizeOf(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true)
    return sizeOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  if (form !== 'VP8X') return null
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  return sizeOf(uint24(24) + 1, uint24(27) + 1)
}
