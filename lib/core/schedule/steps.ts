import { fail, ok, type Result } from '../result'

const MINUTES_OF: Record<string, number> = { s: 1 / 60, m: 1, h: 60, d: 1440 }
const SECONDS_OF: [unit: string, seconds: number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
]
export const LONGEST_STEP_MINUTES = 365 * 1440
export const MOST_STEPS = 20

/**
 * Learning steps as people write them, "1m 10m" or "30s, 1.5h, 1d" (a bare number is minutes), to minutes. Empty text
 * is no steps at all. Fails with `invalid` and a detail of `{ step }`, the word that cannot be read, or `{ tooMany }`.
 */
export function parseSteps(text: string): Result<number[]> {
  const words = text.split(/[\s,，、]+/).filter((word) => word !== '')
  if (words.length > MOST_STEPS) return fail('invalid', { tooMany: MOST_STEPS })
  const minutes: number[] = []
  for (const word of words) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?|\.\d+)([smhd]?)$/i.exec(word) ?? []
    // Seconds are divided, not multiplied by 1/60, so that 30s is exactly half a minute.
    const value =
      amount === undefined
        ? NaN
        : unit.toLowerCase() === 's'
          ? Number(amount) / 60
          : Number(amount) * MINUTES_OF[unit.toLowerCase() || 'm']
    if (!(value > 0 && value <= LONGEST_STEP_MINUTES)) return fail('invalid', { step: word })
    minutes.push(value)
  }
  return ok(minutes)
}

/** Minutes to the text that `parseSteps` reads back: each in the largest unit that needs no fraction. */
export function formatSteps(minutes: readonly number[]): string {
  return minutes.map(formatStep).join(' ')
}

function formatStep(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  if (Math.abs(seconds - minutes * 60) > 1e-6) return `${minutes}m`
  const [unit, size] = SECONDS_OF.find(([, size]) => seconds % size === 0) ?? ['s', 1]
  return `${seconds / size}${unit}`
}
