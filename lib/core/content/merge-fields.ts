import type { NoteSource } from './content'

export const SOURCE_PARTS = ['front', 'back', 'answers'] as const
export type SourcePart = (typeof SOURCE_PARTS)[number]

export type MergedSource = {
  merged: NoteSource
  /** Parts that were changed on both sides, differently: `merged` has what `theirs` says. */
  conflicts: SourcePart[]
}

/**
 * Brings what others changed since `base` into one's own text, part by part: what only one side changed is taken from
 * that side. A base that is not known counts as another text than both, so that nothing passes unseen.
 */
export function mergeFields(base: NoteSource | null, ours: NoteSource, theirs: NoteSource): MergedSource {
  const conflicts: SourcePart[] = []
  const pick = (part: SourcePart): 'ours' | 'theirs' => {
    if (isSame(ours, theirs, part)) return 'ours'
    if (base !== null && isSame(base, theirs, part)) return 'ours'
    if (base === null || !isSame(base, ours, part)) conflicts.push(part)
    return 'theirs'
  }
  const from = { ours, theirs }
  const front = from[pick('front')].front
  const back = from[pick('back')].back
  const answers = from[pick('answers')].answers
  return { merged: { front, back, ...(answers !== undefined && { answers }) }, conflicts }
}

function isSame(a: NoteSource, b: NoteSource, part: SourcePart): boolean {
  if (part !== 'answers') return a[part] === b[part]
  return JSON.stringify(a.answers ?? []) === JSON.stringify(b.answers ?? [])
}
