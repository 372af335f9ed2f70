import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

export type BuiltEntry = {
  name: string | Uint8Array
  bytes: Uint8Array
  isStored?: boolean
  /** What the directory says instead of the truth. */
  claims?: { size?: number; compressedSize?: number }
}

/** A zip by the letter of PKWARE's note, so that the reader is not tested with the writer's own mistakes. */
export function buildZip(entries: readonly BuiltEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, isStored, claims } of entries) {
    const nameBytes = typeof name === 'string' ? Buffer.from(name) : Buffer.from(name)
    const packed = isStored ? Buffer.from(bytes) : deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(isStored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(claims?.compressedSize ?? packed.length, 14)
    common.writeUInt32LE(claims?.size ?? bytes.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, nameBytes, packed])
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    common.copy(central, 6, 0, 24)
    central.writeUInt16LE(nameBytes.length, 28)
    central.writeUInt32LE(at, 42)
    directory.push(Buffer.concat([central, nameBytes]))
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, central, end]))
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let i = 0; i < 8; i++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** A zstd frame (RFC 8878) of blocks that are not compressed, which every reader must take. */
export function buildZstd(bytes: Uint8Array, hasSize = false): Uint8Array {
  const blocks: Buffer[] = []
  for (let at = 0; at < bytes.length || at === 0; at += 100_000) {
    const block = bytes.subarray(at, at + 100_000)
    const isLast = at + 100_000 >= bytes.length
    const head = (isLast ? 1 : 0) | (block.length << 3)
    blocks.push(Buffer.from([head & 0xff, (head >> 8) & 0xff, head >> 16]), Buffer.from(block))
  }
  const size = Buffer.alloc(4)
  size.writeUInt32LE(bytes.length)
  // With the size: single segment, four bytes. Without: a window of 2^17 bytes.
  const head = hasSize ? [Buffer.from([0xa0]), size] : [Buffer.from([0x00, 0x38])]
  return new Uint8Array(Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), ...head, ...blocks]))
}

export const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest()
