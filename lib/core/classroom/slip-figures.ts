/** An attempt at an exercise, as far as its slips go. */
export type SlipAttempt = {
  id: string
  learnerId: string
  exercise: string
  /** Names of the slips found, by task; more than one where the number leaves it open. */
  slips: Readonly<Record<string, readonly string[]>>
}

export type SlipFigures = {
  slip: string
  /** Learners who made it at least once, and their share of those who tried the exercise. */
  learners: number
  share: number
  times: number
  /** An attempt with it, to name it from. */
  example: { learnerId: string; attemptId: string; task: string }
}

export type SkillSlips = { exercise: string; learners: number; attempts: number; slips: SlipFigures[] }

/**
 * Which slips a class makes at which exercise, the exercise with most learners slipping first. A number that more than one
 * mistake explains counts as none of them: nobody is told what they may not have done.
 */
export function slipFigures(attempts: readonly SlipAttempt[]): SkillSlips[] {
  const skills = new Map<string, SlipAttempt[]>()
  for (const attempt of attempts) {
    const known = skills.get(attempt.exercise)
    if (known) known.push(attempt)
    else skills.set(attempt.exercise, [attempt])
  }
  return [...skills]
    .map(([exercise, of]) => ({
      exercise,
      learners: new Set(of.map(({ learnerId }) => learnerId)).size,
      attempts: of.length,
      slips: slipsOf(of),
    }))
    .sort((a, b) => worst(b) - worst(a) || b.attempts - a.attempts || (a.exercise < b.exercise ? -1 : 1))
}

function slipsOf(attempts: readonly SlipAttempt[]): SlipFigures[] {
  const tried = new Set(attempts.map(({ learnerId }) => learnerId)).size
  const slips = new Map<string, { who: Set<string>; times: number; example: SlipFigures['example'] }>()
  for (const { id, learnerId, slips: found } of attempts) {
    const named = new Map<string, string>()
    for (const [task, names] of Object.entries(found))
      if (names.length === 1 && !named.has(names[0])) named.set(names[0], task)
    for (const [slip, task] of named) {
      const example = { learnerId, attemptId: id, task }
      const known = slips.get(slip) ?? { who: new Set<string>(), times: 0, example }
      known.who.add(learnerId)
      known.times++
      slips.set(slip, known)
    }
  }
  return [...slips]
    .map(([slip, { who, times, example }]) => {
      return { slip, learners: who.size, share: who.size / tried, times, example }
    })
    .sort((a, b) => b.learners - a.learners || b.times - a.times || (a.slip < b.slip ? -1 : 1))
}

const worst = ({ slips }: SkillSlips): number => Math.max(0, ...slips.map(({ learners }) => learners))
