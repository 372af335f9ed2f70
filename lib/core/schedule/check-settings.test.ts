import { describe, expect, it } from 'vitest'
import { checkSettings } from './check-settings'
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS } from './default-settings'
import { nextStrength } from './strength'

const problemsWith = (change: object) => checkSettings({ ...DEFAULT_SETTINGS, ...change })

describe('settings that a learner sends', () => {
  it('are in order by default', () => {
    expect(checkSettings(DEFAULT_SETTINGS)).toEqual([])
    expect(problemsWith({ learningStepsMinutes: [], relearningStepsMinutes: [] })).toEqual([])
  })

  it.each([
    [{ desiredRetention: 0.69 }, [{ field: 'desiredRetention' }]],
    [{ desiredRetention: NaN }, [{ field: 'desiredRetention' }]],
    [{ maximumIntervalDays: 0 }, [{ field: 'maximumIntervalDays' }]],
    [{ maximumIntervalDays: 36.5 }, [{ field: 'maximumIntervalDays' }]],
    [{ learningStepsMinutes: [1, 0, -1] }, [1, 2].map((index) => ({ field: 'learningStepsMinutes', index }))],
    [{ relearningStepsMinutes: [Infinity] }, [{ field: 'relearningStepsMinutes', index: 0 }]],
    [{ weights: DEFAULT_WEIGHTS.slice(0, 19) }, [{ field: 'weights' }]],
    [{ weights: DEFAULT_WEIGHTS.with(20, 0.9) }, [{ field: 'weights', index: 20 }]],
    [{ weights: DEFAULT_WEIGHTS.with(3, NaN) }, [{ field: 'weights', index: 3 }]],
  ])('%j: the field that is wrong is named', (change, problems) => {
    expect(problemsWith(change)).toEqual(problems)
  })

  it('that pass are used as they are: the library changes no weight within the bounds', () => {
    const bound = DEFAULT_WEIGHTS.with(0, 0.1)
    expect(problemsWith({ weights: bound })).toEqual([])
    expect(nextStrength(null, 0, 1, bound).stability).toBe(0.1)
    // ts-fsrs would use 0.1 for this one.
    expect(problemsWith({ weights: DEFAULT_WEIGHTS.with(0, 0.05) })).toEqual([{ field: 'weights', index: 0 }])
  })
})
