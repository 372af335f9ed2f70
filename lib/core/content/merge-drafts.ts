import { LOCALES, type Localized, type NoteDraft, type NoteSource } from './content'
import { isSameDraft } from './draft-of-note'
import { mergeFields } from './merge-fields'

export type NoteMerge = { merged: NoteDraft; isConflict: boolean }

/**
 * Brings what an original's note became since `base` into a copy's own note: each language by its parts, and kind, tags,
 * source and exercise each as a whole. What both changed differently is a conflict, and `merged` has the original's.
 */
export function mergeNotes(base: NoteDraft | null, ours: NoteDraft, theirs: NoteDraft): NoteMerge {
  let isConflict = false
  const fields: Localized<NoteSource> = {}
  for (const locale of LOCALES) {
    const [was, own, other] = [base?.fields[locale], ours.fields[locale], theirs.fields[locale]]
    if (own && other) {
      const { merged, conflicts } = mergeFields(was ?? null, own, other)
      fields[locale] = merged
      isConflict ||= conflicts.length > 0
    } else if (other) {
      // A language that is gone from the copy comes back only when the original changed it.
      if (!was || !isSame(was, other)) fields[locale] = other
      isConflict ||= was !== undefined && !isSame(was, other)
    } else if (own) {
      if (!was || !isSame(was, own)) fields[locale] = own
    }
  }
  const pick = <K extends 'kind' | 'tags' | 'source' | 'exercise'>(part: K): NoteDraft[K] => {
    if (isSame(ours[part], theirs[part]) || (base && isSame(base[part], theirs[part]))) return ours[part]
    if (!base || !isSame(base[part], ours[part])) isConflict = true
    return theirs[part]
  }
  const [kind, tags, source, exercise] = [pick('kind'), pick('tags'), pick('source'), pick('exercise')]
  const merged: NoteDraft = {
    ...{ kind, tags, fields },
    ...(source !== undefined && { source }),
    ...(exercise !== undefined && { exercise }),
  }
  return { merged, isConflict: isConflict && !isSameDraft(merged, ours) }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
