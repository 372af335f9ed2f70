import { createHash } from 'node:crypto'
import Papa from 'papaparse'
import { clozeNumbers, parseCloze } from '@/lib/core/content/cloze'
import { LOCALES, type Localized, type NoteKind, type NoteSource } from '@/lib/core/content/content'
import { cleanTags } from '../clean-tags'
import { deckKeyOf } from '../deck-key'
import { keyOfGuid } from '../guid-key'
import { htmlToMarkdown, type HtmlContext } from '../html/html-to-markdown'
import type { Incoming, IncomingDeck, IncomingNote, NoteProblemCode } from '../incoming'
import { MAX_FIELD_LENGTH, MAX_INCOMING_NOTES, MAX_UNREADABLE_NAMED } from '../limits'
import { Losses } from '../losses'
import { UnreadableFile } from '../unreadable-file'
import { KINDS } from '../deck-file/deck-file'
import { readHeader, type TextHeader } from './read-header'
import { withoutGuard } from './spreadsheet-guard'

type Options = { isFormula: HtmlContext['isFormula']; onProgress: (done: number, total: number) => void }

const MAX_COLUMNS = 60

/**
 * Rows of text, with Anki's header lines where they are there (`#separator:`, `#html:`, `#tags column:`,
 * `#guid column:`, …), or with a first row that names its columns. A row without a guid is known by its first field,
 * as Anki knows it.
 */
export function readText(text: string, fileName: string, { isFormula, onProgress }: Options): Incoming {
  const { header, body, firstLine } = readHeader(text)
  const losses = new Losses()
  const decks: IncomingDeck[] = []
  const deckIndex = new Map<string, number>()
  const notes: IncomingNote[] = []
  const keys = new Map<string, number>()
  const unreadable: Incoming['unreadable'] = []
  let unreadableCount = 0
  const refuse = (name: string, code: NoteProblemCode) => {
    unreadableCount++
    if (unreadable.length < MAX_UNREADABLE_NAMED) unreadable.push({ name, code })
  }
  const context: Omit<HtmlContext, 'isCloze'> = {
    imageOf: (src) => (losses.add('image-missing', src), null),
    isFormula,
    lose: (code, example) => losses.add(code, example),
  }

  let columns: Columns | null = header.columns ? columnsOf(header.columns, header) : null
  let row = firstLine
  let isFirst = true
  Papa.parse<string[]>(body, {
    delimiter: header.separator ?? '',
    delimitersToGuess: ['\t', ',', ';', '|'],
    skipEmptyLines: 'greedy',
    step: ({ data, errors }, parser) => {
      row++
      if (row % 200 === 0) onProgress(notes.length, notes.length + 1)
      if (errors.some(({ code }) => code === 'MissingQuotes')) {
        // An unclosed quote takes all that follows with it: that row is told of, and reading ends.
        refuse(nameOf(data, row), 'row-quotes')
        return parser.abort()
      }
      if (isFirst) {
        isFirst = false
        if (columns === null) {
          columns = namedColumns(data, header)
          if (columns !== null) return
          columns = plainColumns(data.length, header)
        }
      }
      if (columns !== null) readRow(data.map(withoutGuard), columns)
      if (notes.length + unreadableCount > MAX_INCOMING_NOTES)
        throw new UnreadableFile('too-many-notes', String(notes.length + unreadableCount))
    },
  })
  if (notes.length === 0 && unreadableCount === 0) throw new UnreadableFile('no-notes')
  return { format: 'text', decks, notes, images: [], losses: losses.list(), unreadable, unreadableCount }

  function readRow(cells: string[], of: Columns): void {
    const name = nameOf(cells, row)
    if (cells.length > MAX_COLUMNS) return refuse(name, 'row-columns')
    if (cells.some((cell) => cell.length > MAX_FIELD_LENGTH)) return refuse(name, 'note-too-long')
    const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? ''))
    const read = of.own ? readOwnText(cells, of) : readForeignText(cells, of)
    if (!read.ok) return refuse(name, read.code)
    const { kind, text } = read
    const first = 'field' in text ? text.field.front : (Object.values(text.fields)[0]?.front ?? '')
    const guid = cell(of.guid).trim() || createHash('sha256').update(first).digest('hex').slice(0, 20)
    const key = of.own ? cell(of.guid).trim() : keyOfGuid(guid)
    if (of.own && !NOTE_KEY.test(key)) return refuse(name, 'note-fields')
    const deck = deckOf(cell(of.deck).trim() || header.deck || '')
    if (keys.get(key) === deck) return refuse(name, 'note-twice')
    keys.set(key, deck)
    const tags = cleanTags(
      [
        ...header.tags,
        ...cell(of.tags)
          .split(/[\s,]+/)
          .filter(Boolean),
      ],
      losses,
    )
    const source = cell(of.source).trim()
    notes.push({ guid, key, deck, kind, tags, ...(source === '' ? {} : { source }), text })
  }

  function readForeignText(cells: string[], of: Columns): ReadRow {
    const [front = '', back = '', ...others] = of.texts.map((at) => cells[at] ?? '')
    if (others.some((value) => value.trim() !== '')) losses.add('columns', String(cells.length))
    const named = kindOf(of.type === null ? header.type : (cells[of.type] ?? ''))
    const isCloze = named === 'CLOZE' || (named === null && /\{\{c\d+::/.test(front))
    const toMarkdown = (value: string, cloze: boolean) =>
      htmlToMarkdown(header.isHtml ? value : escaped(value), { ...context, isCloze: cloze })
    const question = toMarkdown(front, isCloze)
    if (!question.ok) return question
    const answer = toMarkdown(back, false)
    if (!answer.ok) return answer
    if (question.markdown === '') return { ok: false, code: 'note-empty' }
    if (isCloze && question.numbers.size === 0) return { ok: false, code: 'note-without-cloze' }
    if (!isCloze && answer.markdown === '') return { ok: false, code: 'note-without-back' }
    const field: NoteSource = { front: question.markdown, back: answer.markdown }
    if (named === 'TYPED') {
      const answers = [back.replace(/<[^>]*>/g, '').trim()]
      return { ok: true, kind: 'TYPED', text: { field: { front: field.front, back: '', answers } } }
    }
    return { ok: true, kind: isCloze ? 'CLOZE' : (named ?? 'BASIC'), text: { field } }
  }

  function deckOf(name: string): number {
    const called = name || fileName.replace(/\.[a-z]{2,4}$/i, '') || 'text'
    const known = deckIndex.get(called)
    if (known !== undefined) return known
    decks.push({ name: called, key: deckKeyOf(called) })
    deckIndex.set(called, decks.length - 1)
    return decks.length - 1
  }
}

type ReadRow = { ok: true; kind: NoteKind; text: IncomingNote['text'] } | { ok: false; code: NoteProblemCode }

type Columns = {
  /** Written by us: columns by name, in Markdown. */
  own: Localized<{ front: number | null; back: number | null; answers: number | null }> | null
  texts: number[]
  tags: number | null
  guid: number | null
  deck: number | null
  type: number | null
  source: number | null
}

const NOTE_KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u

function plainColumns(count: number, header: TextHeader): Columns {
  const { tagsColumn: tags, guidColumn: guid, deckColumn: deck, typeColumn: type } = header
  const taken = [tags, guid, deck, type]
  const texts = Array.from({ length: Math.max(count, 2) }, (_, i) => i).filter((i) => !taken.includes(i))
  // Without a word of it a third column is where people keep tags.
  const isTagged = tags === null && texts.length === 3 && header.columns === null && count === 3
  return {
    own: null,
    texts: isTagged ? texts.slice(0, 2) : texts,
    tags: isTagged ? texts[2] : tags,
    guid,
    deck,
    type,
    source: null,
  }
}

const FRONTS = /^(?:front|question|term|text|word|正面|问题|词语|单词)$/i
const BACKS = /^(?:back|answer|definition|meaning|back extra|反面|背面|答案|释义|定义)$/i
const TAGS = /^(?:tags?|标签)$/i

function namedColumns(names: string[], header: TextHeader): Columns | null {
  const isNamed =
    names.some((name) => FRONTS.test(name.trim())) && names.some((name) => BACKS.test(name.trim()))
  return isNamed || names[0]?.trim() === 'key' ? columnsOf(names, header) : null
}

function columnsOf(given: string[], header: TextHeader): Columns {
  const names = given.map((name) => name.trim())
  const find = (test: (name: string) => boolean) => {
    const at = names.findIndex(test)
    return at === -1 ? null : at
  }
  const is = (wanted: string) => find((name) => name.toLowerCase() === wanted)
  const own: NonNullable<Columns['own']> = {}
  for (const locale of LOCALES) {
    const front = is(`front ${locale}`)
    if (front !== null) own[locale] = { front, back: is(`back ${locale}`), answers: is(`answers ${locale}`) }
  }
  const key = is('key')
  if (key !== null && Object.keys(own).length > 0) {
    const common = {
      texts: [],
      tags: is('tags'),
      guid: key,
      deck: null,
      type: is('kind'),
      source: is('source'),
    }
    return { ...common, own }
  }
  const plain = plainColumns(names.length, { ...header, columns: names })
  const [front, back] = [find((name) => FRONTS.test(name)), find((name) => BACKS.test(name))]
  const isFree = (at: number) => ![front, back].includes(at)
  const tags = plain.tags ?? find((name) => TAGS.test(name))
  if (front === null || back === null)
    return { ...plain, tags, texts: plain.texts.filter((at) => at !== tags) }
  return { ...plain, tags, texts: [front, back, ...plain.texts.filter((at) => isFree(at) && at !== tags)] }
}

function readOwnText(cells: string[], of: Columns): ReadRow {
  const kind = kindOf(of.type === null ? 'basic' : (cells[of.type] ?? ''))
  if (kind === null || kind === 'EXERCISE') return { ok: false, code: 'note-fields' }
  const fields: Localized<NoteSource> = {}
  for (const locale of LOCALES) {
    const at = of.own?.[locale]
    const value = (column: number | null | undefined) =>
      column === null || column === undefined ? '' : (cells[column] ?? '').replace(/\r\n?/g, '\n')
    const [front, back, answers] = [value(at?.front), value(at?.back), value(at?.answers)]
    if (front === '' && back === '' && answers === '') continue
    fields[locale] = {
      front,
      back,
      ...(kind === 'TYPED' ? { answers: answers.split('\n').filter(Boolean) } : {}),
    }
  }
  const problem = problemOf(kind, fields)
  return problem === null ? { ok: true, kind, text: { fields } } : { ok: false, code: problem }
}

function problemOf(kind: NoteKind, fields: Localized<NoteSource>): NoteProblemCode | null {
  const all = Object.values(fields)
  if (all.length === 0 || all.some(({ front }) => front.trim() === '')) return 'note-empty'
  if ((kind === 'BASIC' || kind === 'REVERSED') && all.some(({ back }) => back.trim() === ''))
    return 'note-without-back'
  if (kind === 'TYPED' && all.some(({ answers }) => !answers || answers.length === 0))
    return 'note-without-answer'
  const isWithoutCloze = ({ front }: NoteSource) => clozeNumbers(parseCloze(front).parts).length === 0
  return kind === 'CLOZE' && all.some(isWithoutCloze) ? 'note-without-cloze' : null
}

function kindOf(name: string): NoteKind | null {
  const word = name.trim().toLowerCase()
  if (Object.hasOwn(KINDS, word)) return KINDS[word as keyof typeof KINDS] // just looked at
  if (/cloze|填空/.test(word)) return 'CLOZE'
  if (/revers|双向|反向/.test(word)) return 'REVERSED'
  if (/type|typed|键入|输入/.test(word)) return 'TYPED'
  return null
}

const nameOf = (cells: readonly string[], row: number): string =>
  `${row}: ${(cells[0] ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)}`

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>')
