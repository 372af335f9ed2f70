import { LOCALES, type Locale, type NoteDraft, type NoteSource } from '@/lib/core/content/content'

type FieldPart = 'front' | 'back' | 'answers'
type WholePart = 'kind' | 'tags' | 'source' | 'exercise'
export type PartName = WholePart | `${Locale}.${FieldPart}`

export type Difference = {
  name: PartName
  part: WholePart | FieldPart
  locale?: Locale
  /** As text, to be looked at. */
  mine: string
  theirs: string
}

const WHOLE: readonly WholePart[] = ['kind', 'tags', 'source', 'exercise']
const PARTS: readonly FieldPart[] = ['front', 'answers', 'back']

/** The parts in which two drafts of one note differ. */
export function listDifferences(mine: NoteDraft, theirs: NoteDraft): Difference[] {
  const whole = WHOLE.map((part) => ({
    name: part,
    part,
    mine: spell(mine[part]),
    theirs: spell(theirs[part]),
  }))
  const fields = LOCALES.flatMap((locale) =>
    PARTS.map((part) => ({
      name: `${locale}.${part}` as const,
      part,
      locale,
      mine: spell(mine.fields[locale]?.[part]),
      theirs: spell(theirs.fields[locale]?.[part]),
    })),
  )
  return [...whole, ...fields].filter((each) => each.mine !== each.theirs)
}

/** Mine, with the named parts taken from theirs. */
export function mergeDrafts(mine: NoteDraft, theirs: NoteDraft, taken: ReadonlySet<PartName>): NoteDraft {
  const of = (name: PartName) => (taken.has(name) ? theirs : mine)
  const fields: NoteDraft['fields'] = {}
  for (const locale of LOCALES) {
    if (!mine.fields[locale] && !theirs.fields[locale]) continue
    const part = <P extends FieldPart>(name: P): NoteSource[P] | undefined =>
      of(`${locale}.${name}`).fields[locale]?.[name]
    const answers = part('answers')
    const field = { front: part('front') ?? '', back: part('back') ?? '', ...(answers && { answers }) }
    if (field.front !== '' || field.back !== '' || answers) fields[locale] = field
  }
  const [source, exercise] = [of('source').source, of('exercise').exercise]
  return {
    kind: of('kind').kind,
    tags: of('tags').tags,
    fields,
    ...(source === undefined ? {} : { source }),
    ...(exercise === undefined ? {} : { exercise }),
  }
}

function spell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.join('\n') : JSON.stringify(value, null, 1)
}
