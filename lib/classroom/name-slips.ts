import type { SignedIn } from '@/lib/core/access/actor'
import type { SkillSlips, SlipFigures } from '@/lib/core/classroom/slip-figures'
import type { Localized } from '@/lib/core/content/content'
import { findAuthoredExercise, noteOfExerciseId } from '@/lib/core/authored-exercises/authored-exercise'
import { findExercise } from '@/lib/core/exercises/exercise-registry'
import { gradeTask } from '@/lib/core/exercises/grade-attempt'
import { poseOwnAttempt } from '@/lib/practice/pose-own-attempt'
import type { Store } from '@/lib/store/store'

export type NamedSlipFigures = Omit<SlipFigures, 'example'> & { name: Localized<string> }
export type NamedSkill = Omit<SkillSlips, 'slips'> & { name: Localized<string>; slips: NamedSlipFigures[] }

const MOST_SLIPS = 6

/** Exercises and slips by the words that learners were told, as far as the instructor may read the exercise. */
export async function nameSlips(store: Store, actor: SignedIn, skills: SkillSlips[]): Promise<NamedSkill[]> {
  const named: NamedSkill[] = []
  for (const { exercise, slips, ...counts } of skills) {
    const rows: NamedSlipFigures[] = []
    for (const { example, ...figures } of slips.slice(0, MOST_SLIPS))
      rows.push({ ...figures, name: await nameOf(store, actor, figures.slip, example) })
    named.push({ ...counts, exercise, name: await exerciseName(store, exercise), slips: rows })
  }
  return named
}

async function exerciseName(store: Store, exercise: string): Promise<Localized<string>> {
  const noteId = noteOfExerciseId(exercise)
  const [note] = noteId === null ? [] : await store.notes.listByIds([noteId])
  const title = findAuthoredExercise(note?.published?.exercise)?.title
  return findExercise(exercise)?.name ?? title ?? { en: exercise, zh: exercise }
}

async function nameOf(
  store: Store,
  actor: SignedIn,
  slip: string,
  { learnerId, attemptId, task: taskId }: SlipFigures['example'],
): Promise<Localized<string>> {
  const plain = { en: slip, zh: slip }
  const attempt = await store.exerciseAttempts.find(learnerId, attemptId)
  const exercise = attempt && (await poseOwnAttempt(store, actor, attempt))
  const task = exercise?.tasks.find(({ id }) => id === taskId)
  if (!attempt || !exercise || !task) return plain
  if (task.kind === 'choice') return task.choices.find(({ id }) => id === slip)?.label ?? plain
  const { explanations } = gradeTask(exercise, taskId, attempt.responses)
  return explanations.find(({ id }) => id === slip)?.name ?? plain
}
