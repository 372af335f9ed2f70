import { describe, expect, it } from 'vitest'
import type { Grade } from '../memory/study-event'
import { DEFAULT_WEIGHTS } from './default-settings'
import { daysUntilRecallIs, retrievability } from './forgetting-curve'
import { nextStrength, type Strength } from './strength'

const after = (history: [grade: Grade, elapsedDays: number][], weights = DEFAULT_WEIGHTS): Strength =>
  history.reduce<Strength | null>(
    (strength, [grade, elapsedDays]) => nextStrength(strength, elapsedDays, grade, weights),
    null,
  ) ?? { stability: NaN, difficulty: NaN }

describe('published FSRS-6 vectors (default weights)', () => {
  it('first answers (ts-fsrs, __tests__/FSRS-6.test.ts, "first repeat")', () => {
    const first = ([1, 2, 3, 4] as const).map((grade) => after([[grade, 0]]))
    expect(first.map(({ stability }) => stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956])
    expect(first.map(({ difficulty }) => difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1])
  })

  it('six reviews (fsrs-rs, src/inference.rs, test_memory_state; py-fsrs, tests/test_basic.py, test_memo_state)', () => {
    const { stability, difficulty } = after([
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ])
    expect(stability).toBeCloseTo(53.62691, 4)
    expect(difficulty).toBeCloseTo(6.3574867, 4)
  })

  it('the same grade twice (fsrs-rs, src/model_v6.rs, test_forward)', () => {
    const twice: [Grade, number][] = [
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
      [1, 2],
      [2, 2],
    ]
    const strengths = twice.map(([grade, days]) =>
      after([
        [grade, 0],
        [grade, days],
      ]),
    )
    const stabilities = [0.10088589, 3.2494123, 7.3153, 18.014914, 0.112798266, 4.4694576]
    const difficulties = [8.806304, 6.7404594, 2.1112142, 1, 8.806304, 6.7404594]
    strengths.forEach(({ stability, difficulty }, i) => {
      expect(stability).toBeCloseTo(stabilities[i], 4)
      expect(difficulty).toBeCloseTo(difficulties[i], 4)
    })
  })

  it('difficulty (fsrs-rs, src/model_v6.rs, test_next_difficulty)', () => {
    const next = ([1, 2, 3, 4] as const).map(
      (grade) => nextStrength({ stability: 5, difficulty: 5 }, 1, grade, DEFAULT_WEIGHTS).difficulty,
    )
    const published = [8.341763, 6.6659956, 4.990228, 3.3144615]
    next.forEach((difficulty, i) => expect(difficulty).toBeCloseTo(published[i], 5))
  })

  it('the forgetting curve (fsrs-rs, src/model_v6.rs, test_power_forgetting_curve)', () => {
    const days = [0, 1, 2, 3, 4, 5]
    const stabilities = [1, 2, 3, 4, 4, 2]
    const published = [1, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359]
    days.forEach((day, i) =>
      expect(retrievability(day, stabilities[i], DEFAULT_WEIGHTS)).toBeCloseTo(published[i], 6),
    )
  })

  it('the curve of another decay (fsrs-rs, src/inference.rs, current_retrievability with decay 0.2)', () => {
    const published = [1, 0.9, 0.84028935, 0.7985001]
    published.forEach((recall, day) =>
      expect(retrievability(day, 1, DEFAULT_WEIGHTS.with(20, 0.2))).toBeCloseTo(recall, 6),
    )
  })

  it('the interval (fsrs-rs, src/model_v6.rs, test_next_interval_scalar_is_fractional)', () => {
    expect(daysUntilRecallIs(0.9, 121.01552, DEFAULT_WEIGHTS)).toBeCloseTo(121.01551, 4)
  })

  it('Easy again and again on one day ends at difficulty 1 (py-fsrs, test_repeated_correct_reviews)', () => {
    const ten = Array.from({ length: 10 }, (): [Grade, number] => [4, 0])
    expect(after(ten).difficulty).toBe(1)
  })

  it('a thousand failures a day late keep a stability above the least (py-fsrs, test_stability_lower_bound)', () => {
    let strength: Strength | null = null
    for (let i = 0; i < 1000; i++) {
      strength = nextStrength(strength, 1, 1, DEFAULT_WEIGHTS)
      expect(strength.stability).toBeGreaterThanOrEqual(0.001)
    }
  })
})

/** FSRS-6 once more, from the formulas ("The Algorithm", open-spaced-repetition wiki), sharing nothing with ts-fsrs. */
function oracle(before: Strength | null, days: number, grade: Grade, w: readonly number[]): Strength {
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
  const firstDifficulty = (g: number) => w[4] - Math.E ** (w[5] * (g - 1)) + 1
  if (!before) return { stability: w[grade - 1], difficulty: within(firstDifficulty(grade), 1, 10) }

  const { stability: s, difficulty: d } = before
  const damped = d + (-w[6] * (grade - 3) * (10 - d)) / 9
  const difficulty = within(w[7] * firstDifficulty(4) + (1 - w[7]) * damped, 1, 10)
  const recall = (1 + (0.9 ** (1 / -w[20]) - 1) * (days / s)) ** -w[20]
  const sameDay = () => {
    const growth = Math.E ** (w[17] * (grade - 3 + w[18])) * s ** -w[19]
    return s * (grade >= 2 ? Math.max(1, growth) : growth)
  }
  const forgotten = () =>
    Math.min(
      w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * Math.E ** (w[14] * (1 - recall)),
      s / Math.E ** (w[17] * w[18]),
    )
  const recalled = () => {
    const factor = (grade === 2 ? w[15] : 1) * (grade === 4 ? w[16] : 1)
    return s * (1 + Math.E ** w[8] * (11 - d) * s ** -w[9] * (Math.E ** (w[10] * (1 - recall)) - 1) * factor)
  }
  const stability = days === 0 ? sameDay() : grade === 1 ? forgotten() : recalled()
  return { stability: within(stability, 0.001, 36_500), difficulty }
}

/** Mulberry32: the histories must be the same on every run and every machine. */
function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('300 random histories', () => {
  it('agree with an implementation written from the formulas to within 1e-4', () => {
    const random = randomFrom(6)
    let steps = 0
    let worst = 0
    for (let history = 0; history < 300; history++) {
      // Every second history has weights of its own, as an optimizer would give.
      const weights = DEFAULT_WEIGHTS.map((w, i) =>
        history % 2 && i !== 7 && i !== 19 ? w * (0.85 + 0.3 * random()) : w,
      )
      let [ours, theirs]: (Strength | null)[] = [null, null]
      const length = 5 + Math.floor(random() * 25)
      for (let i = 0; i < length; i++) {
        const grade = ([1, 2, 3, 3, 3, 4] as const)[Math.floor(random() * 6)]
        const days = random() < 0.3 ? 0 : Math.floor(Math.E ** (random() * 6))
        ours = nextStrength(ours, days, grade, weights)
        theirs = oracle(theirs, days, grade, weights)
        worst = Math.max(
          worst,
          Math.abs(ours.stability / theirs.stability - 1),
          Math.abs(ours.difficulty / theirs.difficulty - 1),
        )
        steps++
      }
    }
    expect(steps).toBeGreaterThan(4_000)
    expect(worst).toBeLessThan(1e-4)
  })
})
