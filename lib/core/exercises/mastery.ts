/**
 * How well a learner has a skill, folded from their finished attempts like everything else that is said of a learner.
 * It rises with right answers on numbers not answered right before, less with hints, and falls with a slip. A hint
 * never changes a verdict, only what is gained by it. The weights are ours: three clean answers in a row reach 0.8.
 */
export type MasteryAttempt = {
  id: string
  skill: string
  /** The variant: the same numbers answered right a second time prove nothing new. */
  seed: string
  outcome: 'right' | 'coarse' | 'slip' | 'wrong'
  /** How many of the hints were opened. */
  hints: number
  /** Epoch ms. */
  finishedAt: number
}

export type Mastery = {
  skill: string
  /** 0 (nothing shown yet) to 1. */
  level: number
  attempts: number
  lastAt: number | null
}

export const MASTERED = 0.8
const GAIN = 0.42
const KEPT_AFTER_SLIP = 0.6
const KEPT_AFTER_WRONG = 0.75

/**
 * @param attempts of one learner, any skills, in any order
 * @param skills the skills to report, in the order of the ladder
 * @returns one entry a skill, in that order
 */
export function masteryBySkill(attempts: readonly MasteryAttempt[], skills: readonly string[]): Mastery[] {
  const ordered = [...attempts].sort((a, b) => a.finishedAt - b.finishedAt || (a.id < b.id ? -1 : 1))
  return skills.map((skill) =>
    masteryOf(
      ordered.filter((attempt) => attempt.skill === skill),
      skill,
    ),
  )
}

function masteryOf(ordered: readonly MasteryAttempt[], skill: string): Mastery {
  const answeredRight = new Set<string>()
  let level = 0
  for (const { outcome, seed, hints } of ordered) {
    if (outcome === 'slip') level *= KEPT_AFTER_SLIP
    else if (outcome === 'wrong') level *= KEPT_AFTER_WRONG
    else if (!answeredRight.has(seed)) {
      answeredRight.add(seed)
      const care = outcome === 'coarse' ? 0.5 : 1
      level += (1 - level) * GAIN * care * 0.5 ** hints
    }
  }
  return { skill, level, attempts: ordered.length, lastAt: ordered.at(-1)?.finishedAt ?? null }
}

/**
 * What to practise next: the first skill of the ladder that is not mastered, unless a skill met before has fallen
 * lower than that one stands. Null when all are mastered.
 */
export function nextSkill(mastery: readonly Mastery[]): string | null {
  const open = mastery.filter(({ level }) => level < MASTERED)
  const fallen = open.filter(({ attempts }) => attempts > 0).sort((a, b) => a.level - b.level)[0]
  return (fallen ?? open[0])?.skill ?? null
}
