import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASTERED, masteryBySkill, nextSkill, type MasteryAttempt } from './mastery'

const attempt = (n: number, more: Partial<MasteryAttempt> = {}): MasteryAttempt => ({
  id: `id${n}`,
  skill: 'lstm-f',
  seed: `seed${n}`,
  outcome: 'right',
  hints: 0,
  finishedAt: n,
  ...more,
})
const levelOf = (...attempts: MasteryAttempt[]) => masteryBySkill(attempts, ['lstm-f'])[0].level

describe('mastery of a skill', () => {
  it('is reached by three clean answers on different numbers', () => {
    expect(levelOf(attempt(1), attempt(2))).toBeLessThan(MASTERED)
    expect(levelOf(attempt(1), attempt(2), attempt(3))).toBeGreaterThanOrEqual(MASTERED)
  })

  it('gains nothing from the same numbers again', () => {
    expect(levelOf(attempt(1), attempt(2, { seed: 'seed1' }))).toBe(levelOf(attempt(1)))
  })

  it('gains less with each hint, and still gains', () => {
    const [none, one, three] = [0, 1, 3].map((hints) => levelOf(attempt(1, { hints })))
    expect(none).toBeGreaterThan(one)
    expect(one).toBeGreaterThan(three)
    expect(three).toBeGreaterThan(0)
  })

  it('falls with a slip, and further than with a wrong answer that nobody can explain', () => {
    const before = levelOf(attempt(1), attempt(2))
    const slipped = levelOf(attempt(1), attempt(2), attempt(3, { outcome: 'slip' }))
    const wrong = levelOf(attempt(1), attempt(2), attempt(3, { outcome: 'wrong' }))
    expect(slipped).toBeLessThan(wrong)
    expect(wrong).toBeLessThan(before)
  })

  it('stays between 0 and 1 and does not depend on the order of arrival', () => {
    const outcomes = fc.constantFrom<MasteryAttempt['outcome'][]>('right', 'coarse', 'slip', 'wrong')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(outcomes, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }))),
        (given) => {
          const attempts = given.map(([outcome, hints, seed], n) =>
            attempt(n, { outcome, hints, seed: `s${seed}` }),
          )
          const level = levelOf(...attempts)
          expect(level).toBeGreaterThanOrEqual(0)
          expect(level).toBeLessThan(1)
          expect(levelOf(...attempts.reverse())).toBe(level)
        },
      ),
      { seed: 3 },
    )
  })
})

describe('what to practise next', () => {
  const at = (skill: string, level: number, attempts: number) => ({ skill, level, attempts, lastAt: null })

  it('is the first rung that was never tried', () => {
    expect(nextSkill([at('a', 0.9, 3), at('b', 0, 0), at('c', 0, 0)])).toBe('b')
  })

  it('is the weakest of those begun, before anything new', () => {
    expect(nextSkill([at('a', 0.5, 3), at('b', 0.3, 2), at('c', 0, 0)])).toBe('b')
  })

  it('is nothing when all are mastered', () => {
    expect(nextSkill([at('a', 0.9, 3)])).toBeNull()
  })
})
