import { joinBytes } from './join-bytes'

const MAX_FRAMES = 1_000
/** The one application that draws something: how often an animation is repeated. */
const LOOP = ['NETSCAPE2.0', 'ANIMEXTS1.0']

/**
 * GIF89a: screen, colour tables, frames with their timing, and the loop. Comments, texts and what other applications
 * left (XMP) are not kept, nor what follows the trailer. Null when it is not whole.
 */
export function cleanGif(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes.length < 14) return null
  let at = 13 + colourTable(bytes[10])
  if (at > bytes.length) return null
  const kept: (Uint8Array | number[])[] = [bytes.subarray(0, at)]
  let timing: Uint8Array | null = null
  let frames = 0
  while (at < bytes.length) {
    if (bytes[at] === 0x3b) return frames > 0 ? joinBytes([...kept, [0x3b]]) : null
    const isFrame = bytes[at] === 0x2c
    if (!isFrame && bytes[at] !== 0x21) return null
    const data = isFrame ? at + 11 + colourTable(bytes[at + 9] ?? 0) : at + 2
    if (isFrame && !isCodeSize(bytes[data - 1])) return null
    const end = endOfBlocks(bytes, data)
    if (end === null) return null
    const block = bytes.subarray(at, end)
    if (isFrame) {
      if (++frames > MAX_FRAMES) return null
      if (timing !== null) kept.push(timing)
      kept.push(block)
      timing = null
    } else if (bytes[at + 1] === 0xf9) timing = block
    else if (bytes[at + 1] === 0x01) timing = null
    else if (bytes[at + 1] === 0xff && isLoop(block)) kept.push(block)
    at = end
  }
  return null
}

const colourTable = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

const isCodeSize = (size: number | undefined) => size !== undefined && size >= 1 && size <= 11

const isLoop = (block: Uint8Array) =>
  block[2] === 11 && block.length === 19 && LOOP.includes(String.fromCharCode(...block.subarray(3, 14)))

/** §15: blocks of up to 255 bytes, each after its length; a length of 0 ends them. */
function endOfBlocks(bytes: Uint8Array, from: number): number | null {
  let at = from
  while (at < bytes.length) {
    const length = bytes[at]
    if (length === 0) return at + 1
    at += 1 + length
  }
  return null
}
