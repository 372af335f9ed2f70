import type { ExerciseModule } from '@/lib/core/exercises/exercise'
import type { AttemptForm } from '@/lib/core/exercises/grade-attempt'

/** What a practice link fixes. Without a seed the browser takes the one it was working on, or a new one. */
export type Variant = { exercise: string; rung: number; form: AttemptForm; seed: string | null }

type Query = Record<string, string | string[] | undefined>

export function readVariant(exercise: ExerciseModule, query: Query): Variant {
  const rung = Number(query.rung ?? 1)
  const seed = typeof query.seed === 'string' && /^[\w-]{1,40}$/.test(query.seed) ? query.seed : null
  return {
    exercise: exercise.id,
    rung: Number.isInteger(rung) && rung >= 1 && rung <= exercise.rungs.length ? rung : 1,
    form: query.form === 'hard' ? 'hard' : 'stepwise',
    seed,
  }
}

export function writeVariant({ exercise, rung, form, seed }: Variant): string {
  const query = new URLSearchParams({
    rung: String(rung),
    ...(form === 'hard' ? { form } : {}),
    ...(seed ? { seed } : {}),
  })
  return `/practice/${exercise}?${query}`
}
