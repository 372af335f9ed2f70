import type { ExerciseModule } from '@/lib/core/exercises/exercise'

type Group = ExerciseModule['group']

/** Cell by cell, then what is about several of them. The ladder itself goes from one to the other and back. */
const PLACES: Record<Group, number> = { rnn: 0, lstm: 1, gru: 2, whole: 3, judgement: 4, backprop: 5 }

/** The groups of these exercises, in the order in which a page lists them. */
export const listGroups = (exercises: readonly ExerciseModule[]): Group[] =>
  [...new Set(exercises.map(({ group }) => group))].sort((a, b) => PLACES[a] - PLACES[b])
