/**
 * Cards that were learned together should not come back together for ever, so long intervals are spread. The ranges are
 * Anki's and FSRS's: a day, plus a share of what lies in each band. The draw depends on the card and on how often it
 * was answered and on nothing else, so the interval on a button is the interval that comes.
 */
const BANDS = [
  { start: 2.5, end: 7, share: 0.15 },
  { start: 7, end: 20, share: 0.1 },
  { start: 20, end: Infinity, share: 0.05 },
]

/** 0 (inclusive) to 1 (exclusive), the same for the same card and number of answers. */
export function fuzzFactor(cardId: string, reps: number): number {
  // FNV-1a, then MurmurHash3's finaliser: FNV alone leaves the high bits of neighbours alike.
  let hash = 0x811c9dc5
  const text = `${cardId}:${reps}`
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000
}

/** The whole days, both inclusive, from which an interval may be drawn; within `minimum` and `maximum`. */
export function fuzzBounds(
  interval: number,
  minimum: number,
  maximum: number,
): { lower: number; upper: number } {
  const least = Math.min(minimum, maximum)
  const days = clamp(interval, least, maximum)
  const delta = fuzzDelta(days)
  const lower = clamp(Math.round(days - delta), least, maximum)
  const upper = clamp(Math.round(days + delta), least, maximum)
  return { lower, upper }
}

/** Whole days near `interval`. `factor` null gives the nearest day, without a spread. */
export function fuzzInterval(
  interval: number,
  minimum: number,
  maximum: number,
  factor: number | null,
): number {
  if (factor === null) return clamp(Math.round(interval), Math.min(minimum, maximum), maximum)
  const { lower, upper } = fuzzBounds(interval, minimum, maximum)
  return Math.min(upper, Math.floor(lower + factor * (1 + upper - lower)))
}

function fuzzDelta(days: number): number {
  if (days < 2.5) return 0
  return BANDS.reduce(
    (delta, band) => delta + band.share * Math.max(0, Math.min(days, band.end) - band.start),
    1,
  )
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
