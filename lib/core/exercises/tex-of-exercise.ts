import type { Exercise } from './exercise'

/**
 * Every fixed formula that the question shows, so that it can be rendered ahead: none depends on the drawn numbers.
 * Hints and the worked solution have formulas of their own, which are set when they are opened.
 */
export function texOfExercise({ formulas, given, shown = [], tasks }: Exercise): string[] {
  return [
    ...new Set([
      ...formulas,
      ...given.map(({ tex }) => tex),
      ...shown.map(({ tex }) => tex),
      ...tasks.flatMap((task) => {
        if (task.kind === 'values' || task.kind === 'numbers') return [task.tex]
        const labelled = task.kind === 'choice' ? task.choices : task.items
        return labelled.flatMap(({ tex }) => (tex === undefined ? [] : [tex]))
      }),
    ]),
  ]
}
