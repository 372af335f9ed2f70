import type { Locale } from '@/lib/core/content/content'
import type { Exercise } from '@/lib/core/exercises/exercise'
import { plainTex } from '@/lib/core/lab/plain-tex'

/** What a learner answered to one task, as it read on screen: numbers as typed, choices and orders by their labels. */
export function answerInWords(
  exercise: Exercise,
  taskId: string,
  response: readonly (string | number)[],
  locale: Locale,
): string {
  const task = exercise.tasks.find(({ id }) => id === taskId)
  if (task === undefined) return response.join(', ')
  if (task.kind === 'values') {
    const numbers = response.map(String).map((each) => each || '–')
    return `${plainTex(task.tex)} = ${numbers.length === 1 ? numbers[0] : `(${numbers.join(', ')})`}`
  }
  if (task.kind === 'numbers') return response.join(', ')
  const labelled = task.kind === 'choice' ? task.choices : task.items
  const labelOf = (id: string | number) =>
    labelled.find((item) => item.id === id)?.label[locale] ?? String(id)
  return response.map(labelOf).join(' → ')
}
