import { crc32 } from '../../lib/exchange/image/crc32'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG of so many bytes, whole in every chunk; another number makes another one. It need not draw anything. */
export function heavyPng(bytes: number, number: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(1_000, 0)
  header.writeUInt32BE(1_000, 4)
  header[8] = 8
  const data = Buffer.alloc(bytes - SIGNATURE.length - 3 * 12 - header.length, 0x5a)
  data.writeUInt32BE(number, 0)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named) >>> 0)
  return Buffer.concat([length, named, sum])
}
