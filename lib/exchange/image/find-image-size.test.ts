import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findImageSize } from './find-image-size'

const bytes = (...parts: (number[] | string)[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (c) => c.charCodeAt(0)) : part)),
  )
const zeros = (length: number): number[] => new Array<number>(length).fill(0)

describe('findImageSize', () => {
  it('reads PNG, GIF, JPEG and all three forms of WebP', () => {
    const png = readFileSync(path.join(import.meta.dirname, '../../../prisma/decks/media/lstm-cell.png'))
    expect(findImageSize(new Uint8Array(png))).toEqual({ width: 1140, height: 705 })
    expect(findImageSize(bytes('GIF89a', [0x40, 1, 0xf0, 0]))).toEqual({ width: 320, height: 240 })
    const app0 = [0xff, 0xe0, 0, 4, 1, 2]
    const frame = [0xff, 0xc2, 0, 17, 8, 0, 240, 1, 64, ...zeros(9)]
    expect(findImageSize(bytes([0xff, 0xd8], app0, frame))).toEqual({ width: 320, height: 240 })
    const lossy = bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [0x40, 1, 0xf0, 0])
    expect(findImageSize(lossy)).toEqual({ width: 320, height: 240 })
    // 14 bits of width less one, 14 of height less one, from the lowest bit up.
    const packed = 319 + 239 * 16_384
    const lossless = bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f], littleEndian(packed), zeros(9))
    expect(findImageSize(lossless)).toEqual({ width: 320, height: 240 })
    const extended = bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [0x3f, 1, 0, 0xef, 0, 0])
    expect(findImageSize(extended)).toEqual({ width: 320, height: 240 })
  })

  it('gives up, without an error, on anything cut short or made up', () => {
    const starts = [
      bytes([0x89], 'PNG', [13, 10, 26, 10]),
      bytes([0xff, 0xd8, 0xff]),
      bytes('GIF87a'),
      bytes('RIFF', zeros(4), 'WEBP'),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 60 }), (start, rest) => {
        const size = findImageSize(new Uint8Array([...start, ...rest]))
        if (size) expect(size.width * size.height).toBeGreaterThan(0)
      }),
      { seed: 5, numRuns: process.env.UNROLL_FULL ? 20_000 : 1_000 },
    )
  })
})

const littleEndian = (value: number) => [
  value & 255,
  (value >>> 8) & 255,
  (value >>> 16) & 255,
  (value >>> 24) & 255,
]
