import { Document } from 'yaml'
import { authoredExerciseSchema } from '@/lib/exchange/authored-exercise/authored-exercise-schema'
import { LOCALES, type Localized, type NoteSource } from '@/lib/core/content/content'
import { KINDS, STRUCTURE, type DeckFile, type DeckFileNote } from './deck-file'

/** The deck file that readDeckFile reads back as the same deck. The same deck is always written the same way. */
export function writeDeckFile(deck: DeckFile): string {
  const head = new Document({
    deck: deck.key,
    title: inOrder(deck.title),
    ...(Object.keys(deck.description).length > 0 ? { description: inOrder(deck.description) } : {}),
  })
  return ['---', yamlOf(head), '---', '', ...deck.notes.flatMap(writeNote)].join('\n')
}

function writeNote(note: DeckFileNote): string[] {
  const kind = Object.entries(KINDS).find(([, value]) => value === note.kind)?.[0] ?? 'basic'
  const head = new Document({ kind })
  if (note.tags.length > 0) head.set('tags', head.createNode(note.tags, { flow: true }))
  if (note.source !== undefined) head.set('source', note.source)
  if (note.exercise && 'kind' in note.exercise) {
    // Through the schema, which puts every key in its place: the same exercise is always written the same way.
    const ordered = authoredExerciseSchema.safeParse(note.exercise)
    head.set('exercise', head.createNode(ordered.success ? ordered.data : note.exercise))
  } else if (note.exercise) {
    head.set('exercise', note.exercise.id)
    if (Object.keys(note.exercise.parameters).length > 0) head.set('parameters', note.exercise.parameters)
  }
  const sections = LOCALES.flatMap((locale) => {
    const field = note.fields[locale]
    return field ? [`### ${locale}`, '', ...writeField(field)] : []
  })
  return [`## ${note.key}`, yamlOf(head), '', ...sections]
}

function writeField(field: NoteSource): string[] {
  const lines: string[] = []
  if (field.front !== '') lines.push(...field.front.split('\n').map(escapeLine), '')
  if (field.answers) lines.push(...field.answers.map((answer) => `= ${answer}`), '')
  if (field.back !== '') lines.push('---', '', ...field.back.split('\n').map(escapeLine), '')
  return lines
}

const escapeLine = (line: string) => (STRUCTURE.test(line.replace(/^\\+/, '')) ? `\\${line}` : line)

const yamlOf = (document: Document) =>
  document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()

const inOrder = (text: Localized<string>): Localized<string> =>
  Object.fromEntries(
    LOCALES.flatMap((locale) => (text[locale] === undefined ? [] : [[locale, text[locale]]])),
  )
