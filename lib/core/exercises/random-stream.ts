/**
 * Random numbers that are the same in every browser and on every server: integer arithmetic only. A root seed has a
 * named stream for each part, so that two parts of one exercise never share a draw.
 * Generator: sfc32 (C. Doty-Humphrey, PractRand). Seeding: four FNV-1a hashes over the text, each finished with
 * MurmurHash3's fmix32 (A. Appleby).
 */
export type RandomStream = {
  /** An integer from `low` to `high`, both included, every one equally likely. */
  integer(low: number, high: number): number
  /** A number on the grid of `step` from `low` to `high`, both included: what is shown is what is used. */
  onGrid(low: number, high: number, step: number): number
  /** One of the items. Throws RangeError when there are none. */
  pick<T>(items: readonly T[]): T
  /** The items in random order, as a new array. */
  shuffled<T>(items: readonly T[]): T[]
}

/**
 * @param seed any text; equal texts give equal streams
 * @param part the name of the part that draws, such as 'weights' or 'x'
 */
export function randomStream(seed: string, part: string): RandomStream {
  const next = sfc32(`${part}\u0000${seed}`)
  const integer = (low: number, high: number) => {
    const count = high - low + 1
    if (!(count >= 1) || count > 2 ** 32) throw new RangeError(`No integer from ${low} to ${high}`)
    // Rejection keeps every value equally likely.
    const limit = 2 ** 32 - (2 ** 32 % count)
    let draw = next()
    while (draw >= limit) draw = next()
    return low + (draw % count)
  }
  return {
    integer,
    onGrid(low, high, step) {
      const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))
      const steps = integer(Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9))
      return Number((steps * step).toFixed(decimals + 2))
    },
    pick(items) {
      if (items.length === 0) throw new RangeError('Nothing to pick from')
      return items[integer(0, items.length - 1)]
    },
    shuffled(items) {
      const order = [...items]
      for (let last = order.length - 1; last > 0; last--) {
        const other = integer(0, last)
        ;[order[last], order[other]] = [order[other], order[last]]
      }
      return order
    },
  }
}

/** 128 bits of a text as hexadecimal digits: a seed that is short in a link. */
export function hashText(text: string): string {
  return hashWords(text)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
}

function sfc32(text: string): () => number {
  let [a, b, c, counter] = hashWords(text)
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let i = 0; i < 12; i++) next() // lets a seed's few bits reach every word
  return next
}

function hashWords(text: string): number[] {
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((basis) => {
    let hash = basis
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
      hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
    }
    return mix(hash ^ text.length)
  })
}

function mix(word: number): number {
  let hash = word
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
