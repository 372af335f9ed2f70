import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanImage } from './clean-image'
import { crc32 } from './crc32'
import { findImageSize } from './find-image-size'
import { joinBytes } from './join-bytes'
import { exifWithOrientation, findOrientation } from './jpeg-orientation'
import { TINY_GIF, TINY_JPEG, TINY_PNG, TINY_WEBP } from './testing/tiny-images'

const SECRET = 'GPS 52.5163 N 13.3777 E'
const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0))
const big = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const little = (value: number) => big(value).reverse()

const clean = (bytes: Uint8Array) => {
  const cleaned = cleanImage(bytes)
  if (!cleaned.ok) throw new Error(cleaned.reason)
  return cleaned.image
}
const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)

function pngChunk(type: string, data: number[]): number[] {
  const body = new Uint8Array([...ascii(type), ...data])
  return [...big(data.length), ...body, ...big(crc32(body))]
}
const pngWith = (...chunks: number[][]) =>
  joinBytes([TINY_PNG.subarray(0, 33), chunks.flat(), TINY_PNG.subarray(33)])

const jpegSegment = (marker: number, data: number[]) => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
]
const jpegWith = (...segments: number[][]) =>
  joinBytes([TINY_JPEG.subarray(0, 2), segments.flat(), TINY_JPEG.subarray(2)])

const gifWith = (block: number[]) => joinBytes([TINY_GIF.subarray(0, 19), block, TINY_GIF.subarray(19)])

function webpWith(type: string, data: number[]): Uint8Array {
  const body = joinBytes([
    TINY_WEBP.subarray(12),
    ascii(type),
    little(data.length),
    data,
    data.length % 2 ? [0] : [],
  ])
  return joinBytes([ascii('RIFF'), little(body.length + 4), ascii('WEBP'), body])
}

/** Little-endian EXIF with an orientation, a GPS directory that is only words, and a maker's note. */
const exif = (orientation: number) => [
  ...ascii('Exif'),
  0,
  0,
  ...ascii('II'),
  42,
  0,
  ...little(8),
  1,
  0,
  0x12,
  0x01,
  3,
  0,
  ...little(1),
  orientation,
  0,
  0,
  0,
  ...little(0),
  ...ascii(SECRET),
]

describe('what is not the picture is taken out', () => {
  it.each([
    [
      'PNG',
      pngWith(
        pngChunk('tEXt', ascii(`Comment\0${SECRET}`)),
        pngChunk('eXIf', exif(1).slice(6)),
        pngChunk('iTXt', ascii(SECRET)),
        pngChunk('tIME', [7, 208, 1, 1, 0, 0, 0]),
        pngChunk('prVt', ascii(SECRET)),
      ),
    ],
    ['PNG with a tail', joinBytes([TINY_PNG, ascii(SECRET)])],
    [
      'JPEG',
      jpegWith(
        jpegSegment(0xe1, exif(1)),
        jpegSegment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
        jpegSegment(0xed, ascii(SECRET)),
        jpegSegment(0xfe, ascii(SECRET)),
      ),
    ],
    ['JPEG with a second picture behind it', joinBytes([TINY_JPEG, jpegWith(jpegSegment(0xe1, exif(1)))])],
    ['GIF', gifWith([0x21, 0xfe, SECRET.length, ...ascii(SECRET), 0])],
    ['GIF with XMP', gifWith([0x21, 0xff, 11, ...ascii('XMP DataXMP'), SECRET.length, ...ascii(SECRET), 0])],
    ['WebP', webpWith('EXIF', exif(1))],
    ['WebP with XMP', webpWith('XMP ', ascii(SECRET))],
  ])('%s', (_, bytes) => {
    expect(has(bytes, SECRET)).toBe(true)
    const image = clean(bytes)
    expect(has(image.bytes, SECRET)).toBe(false)
    expect(image.size).toEqual(findImageSize(bytes))
    expect(clean(image.bytes).bytes).toEqual(image.bytes)
  })

  it('the colour profile too, which names its maker', () => {
    for (const bytes of [TINY_JPEG, TINY_WEBP]) {
      expect(has(bytes, 'G\0o\0o\0g\0l\0e')).toBe(true)
      expect(has(clean(bytes).bytes, 'G\0o\0o\0g\0l\0e')).toBe(false)
    }
  })

  it('a photograph’s orientation stays, alone, and its size is as it is shown', () => {
    const image = clean(jpegWith(jpegSegment(0xe1, exif(6))))
    expect(has(image.bytes, SECRET)).toBe(false)
    expect(findOrientation(image.bytes)).toBe(6)
    expect(image.size).toEqual({ width: 4, height: 6 })
    expect([...image.bytes.subarray(2, 2 + exifWithOrientation(6).length)]).toEqual(exifWithOrientation(6))
  })
})

it('a plain picture keeps every byte that draws it', () => {
  expect(clean(TINY_PNG).bytes).toEqual(TINY_PNG)
  expect(clean(TINY_GIF).bytes).toEqual(TINY_GIF)
  const deckImage = readFileSync(path.join(import.meta.dirname, '../../../prisma/decks/media/lstm-cell.png'))
  expect(clean(new Uint8Array(deckImage)).size).toEqual({ width: 1140, height: 705 })
})

describe('what is not a whole picture is refused', () => {
  it.each([
    ['PNG', TINY_PNG],
    ['JPEG', TINY_JPEG],
    ['GIF', TINY_GIF],
    ['WebP', TINY_WEBP],
  ])('%s cut anywhere', (_, bytes) => {
    for (let length = 0; length < bytes.length; length++) {
      const cleaned = cleanImage(bytes.slice(0, length))
      expect(cleaned.ok, `cut at ${length}`).toBe(false)
    }
  })

  it('a changed bit in a PNG’s data, SVG, HTML that begins like a GIF, and sizes beyond reason', () => {
    const changed = TINY_PNG.slice()
    changed[45] ^= 1
    expect(cleanImage(changed)).toEqual({ ok: false, reason: 'image-broken' })
    const svg = new Uint8Array(ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))
    expect(cleanImage(svg)).toEqual({ ok: false, reason: 'image-type' })
    const html = new Uint8Array(ascii('GIF89a=1;<script>alert(1)</script>                '))
    expect(cleanImage(html)).toEqual({ ok: false, reason: 'image-broken' })
    const header = pngChunk('IHDR', [...big(60_000), ...big(60_000), 8, 2, 0, 0, 0])
    const huge = joinBytes([TINY_PNG.subarray(0, 8), header, TINY_PNG.subarray(33)])
    expect(cleanImage(huge)).toEqual({ ok: false, reason: 'image-dimensions' })
    expect(cleanImage(new Uint8Array(2 * 1024 * 1024 + 1))).toEqual({ ok: false, reason: 'image-too-large' })
  })

  it('any mutation ends in a picture or a reason, soon', () => {
    const whole = fc.constantFrom(TINY_PNG, TINY_JPEG, TINY_GIF, TINY_WEBP)
    const change = fc.tuple(fc.nat(), fc.nat(255))
    fc.assert(
      fc.property(whole, fc.array(change, { minLength: 1, maxLength: 12 }), (bytes, changes) => {
        const mutated = bytes.slice()
        for (const [at, value] of changes) mutated[at % mutated.length] = value
        const cleaned = cleanImage(mutated)
        if (cleaned.ok) expect(clean(cleaned.image.bytes).bytes).toEqual(cleaned.image.bytes)
      }),
      { seed: 7, numRuns: process.env.UNROLL_FULL ? 50_000 : 3_000 },
    )
  })
})
