import { LOCALES, type Localized, type NoteContent, type NoteDraft, type NoteSource } from './content'

/** The words of what is published: a draft that changes nothing. */
export function draftOfContent({
  cards: _cards,
  formulas: _formulas,
  texts: _texts,
  ...words
}: NoteContent): NoteDraft {
  return words
}

/**
 * The part of a draft that its cards are made of: a draft may keep answers and an exercise that its kind does not
 * use, so that trying another kind loses nothing, and languages that are still empty.
 */
export function publishableWords(draft: NoteDraft): NoteDraft {
  const { kind, tags, source, fields, exercise } = draft
  const used: Localized<NoteSource> = {}
  for (const locale of LOCALES) {
    const field = fields[locale]
    if (!field) continue
    const { front, back } = field
    const answers = kind === 'TYPED' ? (field.answers ?? []).filter((answer) => answer.trim() !== '') : []
    if (front.trim() === '' && back.trim() === '' && answers.length === 0) continue
    used[locale] = kind === 'TYPED' ? { front, back, answers } : { front, back }
  }
  return {
    kind,
    tags,
    ...(source === undefined || source.trim() === '' ? {} : { source }),
    fields: used,
    ...(kind === 'EXERCISE' && exercise !== undefined ? { exercise } : {}),
  }
}

/** Whether two drafts make the same note. The order of tags and of an object's keys says nothing. */
export function isSameDraft(a: NoteDraft, b: NoteDraft): boolean {
  return spell(publishableWords(a)) === spell(publishableWords(b))
}

const spell = ({ tags, ...rest }: NoteDraft) => JSON.stringify(sorted({ ...rest, tags: [...tags].sort() }))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)])
}
