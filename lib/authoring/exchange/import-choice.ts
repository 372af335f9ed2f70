import type { ImportOptions, ImportSummary } from './import-job'

type Chosen = Pick<ImportOptions, 'conflicts' | 'except'>
type Place = Pick<ImportOptions, 'language' | 'nested' | 'tags' | 'targets'>

/** Of a note that both sides have changed: what becomes of it. */
export const choiceOf = ({ conflicts, except }: Chosen, position: number): 'mine' | 'file' => {
  if (!except.includes(position)) return conflicts
  return conflicts === 'mine' ? 'file' : 'mine'
}

/** One note's choice made, and everything else left as it was chosen. */
export function chooseOne<T extends Chosen>(chosen: T, position: number, choice: 'mine' | 'file'): T {
  const others = chosen.except.filter((each) => each !== position)
  return {
    ...chosen,
    except: choice === chosen.conflicts ? others : [...others, position].sort((a, b) => a - b),
  }
}

/** Of those in conflict, for how many the file was preferred. */
export const takenCount = (
  { undecided = 0 }: Pick<ImportSummary, 'undecided'>,
  { conflicts, except }: Chosen,
): number => (conflicts === 'file' ? undecided - except.length : except.length)

/** Whether the notes come to the same decks, in the same words: then nothing has to be compared anew. */
export function isSamePlace(before: Place, after: Place): boolean {
  const placeOf = ({ language, nested, tags, targets }: Place) =>
    JSON.stringify([language, nested, tags, Object.entries(targets).sort(([a], [b]) => (a < b ? -1 : 1))])
  return placeOf(before) === placeOf(after)
}
