const nameOf = (learner: string, exercise: string, rung: number) =>
  `unroll.variant:${learner}:${exercise}:${rung}`

/** The variant that a learner was working on in this browser. */
export function readLastSeed(learner: string, exercise: string, rung: number): string | null {
  try {
    return localStorage.getItem(nameOf(learner, exercise, rung))
  } catch {
    return null
  }
}

export function writeLastSeed(learner: string, exercise: string, rung: number, seed: string): void {
  try {
    localStorage.setItem(nameOf(learner, exercise, rung), seed)
  } catch {
    // A browser that keeps nothing: the address bar still has it.
  }
}
