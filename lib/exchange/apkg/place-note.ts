import type { NoteSource } from '@/lib/core/content/content'
import { htmlToMarkdown, type ConvertedHtml, type HtmlContext } from '../html/html-to-markdown'
import { textOfHtml } from '../html/text-of-html'
import type { NoteProblemCode } from '../incoming'
import { keyOfPart } from '../guid-key'
import type { NoteType, Template } from './note-type'
import { renderTemplate, type TemplateUse } from './render-template'

export type AnkiNote = {
  guid: string
  key: string
  tags: string[]
  values: string[]
  type: NoteType
  deck: string
}

/** What one Anki note becomes: one note here, or one for each of its cards where they ask different things. */
export type PlacedNote = {
  key: string
  kind: 'BASIC' | 'REVERSED' | 'CLOZE' | 'TYPED'
  field: NoteSource
  /** The ord here of each of Anki's cards that the note stands for. */
  ordOf: Map<number, number>
}

export type Placement =
  | { ok: true; notes: PlacedNote[]; isSplit: boolean; filters: string[] }
  | { ok: false; code: NoteProblemCode }

/** `ords`: of the cards that the note has; empty where the file lists none. */
export function placeNote(
  note: AnkiNote,
  ords: readonly number[],
  context: Omit<HtmlContext, 'isCloze'>,
): Placement {
  const { type, values } = note
  if (values.length > type.fields.length + 5) return { ok: false, code: 'note-fields' }
  const fields = new Map(type.fields.map((name, i) => [name, values[i] ?? '']))
  const special = new Map([
    ['Tags', note.tags.join(' ')],
    ['Type', type.name],
    ['Deck', note.deck],
    ['Subdeck', note.deck.split('::').at(-1) ?? ''],
  ])
  return type.isCloze ? placeCloze() : placeNormal()

  function placeCloze(): Placement {
    const template = type.templates[0]
    if (template === undefined) return { ok: false, code: 'note-type-missing' }
    const front = renderTemplate(template.front, fields, special)
    const text = htmlToMarkdown(front.html, { ...context, isCloze: true })
    if (!text.ok) return text
    if (text.numbers.size === 0) return { ok: false, code: 'note-without-cloze' }
    // The back repeats the text with its answers: what it has beside that is the remark.
    const others = new Map([...fields].filter(([name]) => !front.clozed.includes(name)))
    const back = renderTemplate(answerOnly(template), others, special)
    const remark = htmlToMarkdown(back.html, { ...context, isCloze: false })
    if (!remark.ok) return remark
    const field = { front: text.markdown, back: remark.markdown }
    return {
      ok: true,
      notes: [{ key: note.key, kind: 'CLOZE', field, ordOf: new Map(ords.map((ord) => [ord, ord])) }],
      isSplit: false,
      filters: [...front.filters, ...back.filters],
    }
  }

  function placeNormal(): Placement {
    const templates = type.templates.filter(({ ord }) => ords.length === 0 || ords.includes(ord))
    if (templates.length === 0) return { ok: false, code: 'note-type-missing' }
    const [first, second] = templates
    if (templates.length === 2 && isReverse(first, second, type)) {
      const side = place(first)
      if (!side.ok) return side
      if (side.note.kind === 'BASIC') {
        const ordOf = new Map([
          [first.ord, 0],
          [second.ord, 1],
        ])
        const reversed: PlacedNote = { ...side.note, kind: 'REVERSED', ordOf }
        return { ok: true, notes: [reversed], isSplit: false, filters: side.filters }
      }
    }
    const notes: PlacedNote[] = []
    const filters: string[] = []
    for (const template of templates) {
      const side = place(template)
      // Where a note has several cards, one that shows nothing is none.
      if (!side.ok && templates.length > 1 && side.code === 'note-empty') continue
      if (!side.ok) return side
      notes.push(side.note)
      filters.push(...side.filters)
    }
    if (notes.length === 0) return { ok: false, code: 'note-empty' }
    return { ok: true, notes, isSplit: notes.length > 1, filters }
  }

  type Side = { ok: true; note: PlacedNote; filters: string[] } | { ok: false; code: NoteProblemCode }

  function place(template: Template): Side {
    const front = renderTemplate(template.front, fields, special)
    const back = renderTemplate(answerOnly(template), withoutTyped(front), special)
    const question = convert(front.html)
    if (!question.ok) return question
    const answer = convert(back.html)
    if (!answer.ok) return answer
    if (question.markdown === '') return { ok: false, code: 'note-empty' }
    const key = keyOfPart(note.key, template.ord)
    const ordOf = new Map([[template.ord, 0]])
    const filters = [...front.filters, ...back.filters]
    const typed = front.typed
      .map((name) => textOfHtml(fields.get(name) ?? '').trim())
      .find((text) => text !== '')
    if (typed !== undefined && !typed.includes('\n') && typed.length <= 500) {
      const field = { front: question.markdown, back: answer.markdown, answers: [typed] }
      return { ok: true, note: { key, kind: 'TYPED', field, ordOf }, filters }
    }
    if (answer.markdown === '') return { ok: false, code: 'note-without-back' }
    const field = { front: question.markdown, back: answer.markdown }
    return { ok: true, note: { key, kind: 'BASIC', field, ordOf }, filters }
  }

  /** The answer to type is shown by itself. */
  function withoutTyped(front: TemplateUse): Map<string, string> {
    return new Map([...fields].map(([name, value]) => [name, front.typed.includes(name) ? '' : value]))
  }

  function convert(html: string): ConvertedHtml {
    return htmlToMarkdown(html, { ...context, isCloze: false })
  }
}

/** The back without the front, which stands above it here anyway. */
function answerOnly({ front, back }: Template): string {
  const line = /<hr\b[^>]*\bid\s*=\s*["']?answer["']?[^>]*>/i.exec(back)
  if (line) return back.slice(line.index + line[0].length)
  const withoutFront = back.replace(/\{\{\s*FrontSide\s*\}\}/g, '')
  return withoutFront.startsWith(front) ? withoutFront.slice(front.length) : withoutFront
}

const fieldsIn = (template: string): string[] =>
  [...template.matchAll(/\{\{(?![#^/])(?:[^{}:]*:)*([^{}:]+)\}\}/g)].map((match) => match[1].trim())

/** The second card asks what the first one answers. */
function isReverse(first: Template, second: Template, type: NoteType): boolean {
  const of = (template: string) => fieldsIn(template).filter((name) => type.fields.includes(name))
  const [asked, answered] = [of(first.front), of(answerOnly(first))]
  const [askedBack, answeredBack] = [of(second.front), of(answerOnly(second))]
  const isSame = (a: string[], b: string[]) =>
    a.length > 0 && [...a].sort().join('\n') === [...b].sort().join('\n')
  const isPlain = ![first, second].some(({ front, back }) => /\{\{(?:type|cloze):/.test(front + back))
  return isPlain && isSame(asked, answeredBack) && isSame(answered, askedBack)
}
