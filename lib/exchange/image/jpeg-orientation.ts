/** How a photograph is to be turned (Exif 2.32 §4.6.4, tag 0x0112): 1 upright, 2 to 8 turned or mirrored. */
export function findOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xda || marker === 0xd9) return 1
    const length = view.getUint16(at + 2)
    if (length < 2) return 1
    if (marker === 0xe1 && at + 2 + length <= bytes.length) {
      const found = inExif(new DataView(view.buffer, view.byteOffset + at + 4, length - 2))
      if (found !== null) return found
    }
    at += 2 + length
  }
  return 1
}

function inExif(view: DataView): number | null {
  if (view.byteLength < 14 || view.getUint32(0) !== 0x45786966 || view.getUint16(4) !== 0) return null
  const order = view.getUint16(6)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const isLittle = order === 0x4949
  const directory = 6 + view.getUint32(10, isLittle)
  if (directory + 2 > view.byteLength) return null
  const entries = view.getUint16(directory, isLittle)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > view.byteLength) return null
    if (view.getUint16(entry, isLittle) !== 0x0112) continue
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An APP1 segment that says this and nothing else. */
export function exifWithOrientation(orientation: number): number[] {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const data = [...exif, ...head, ...directory]
  return [0xff, 0xe1, 0, data.length + 2, ...data]
}
