import { cardsOfNote } from '@/lib/core/content/cards-of-note'
import { LOCALES, type Locale, type Localized } from '@/lib/core/content/content'
import {
  MAX_FILE_LENGTH,
  MAX_NOTES,
  MAX_PROBLEMS,
  STRUCTURE,
  type DeckFileProblem,
  type NotePlace,
  type ReadDeckFile,
} from './deck-file'
import { readNoteHead } from './read-note-head'
import { readSection, type Section } from './read-section'
import { readYaml } from './read-yaml'
import type { DeckFileNote } from './deck-file'

type Line = { text: string; number: number }
type Report = (problem: DeckFileProblem) => void

const DECK_KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const NOTE_KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u

/**
 * Reads a deck file (docs/deck-format.md) and reports everything that is wrong with it at once, by line. Text in,
 * plain objects out; formulas and Markdown are looked at later, by whoever renders them.
 */
export function readDeckFile(text: string): ReadDeckFile {
  const problems: DeckFileProblem[] = []
  const report: Report = (problem) => {
    if (problems.length < MAX_PROBLEMS) problems.push(problem)
  }
  if (text.length > MAX_FILE_LENGTH) {
    return { ok: false, problems: [{ code: 'file-too-long', line: 1, detail: String(text.length) }] }
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line, index): Line => ({ text: line, number: index + 1 }))

  const front = readFrontMatter(lines, report)
  const blocks = splitNotes(lines.slice(front.end), report)
  if (blocks.length === 0) report({ code: 'no-notes', line: lines.length })
  if (blocks.length > MAX_NOTES) report({ code: 'too-many-notes', line: 1, detail: String(blocks.length) })

  const notes: DeckFileNote[] = []
  const places = new Map<string, NotePlace>()
  for (const block of blocks.slice(0, MAX_NOTES)) {
    const { note, place } = readNote(block, report)
    const earlier = places.get(note.key)
    if (earlier) report({ code: 'note-key-twice', line: place.line, detail: note.key, note: note.key })
    places.set(note.key, place)
    notes.push(note)
  }
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.line - b.line) }
  const { key, title, description } = front
  return { ok: true, deck: { key, title, description, notes }, places }
}

function readFrontMatter(lines: Line[], report: Report) {
  const empty = { key: '', title: {}, description: {}, end: 0 }
  const first = lines.findIndex((line) => line.text.trim() !== '')
  if (first === -1 || lines[first].text.trimEnd() !== '---') {
    report({ code: 'front-matter-missing', line: 1 })
    return empty
  }
  const length = lines.slice(first + 1).findIndex((line) => line.text.trimEnd() === '---')
  if (length === -1) {
    report({ code: 'front-matter-unclosed', line: lines[first].number })
    return empty
  }
  const end = first + length + 2
  const firstYamlLine = lines[first].number + 1
  const yaml = readYaml(textOf(lines.slice(first + 1, end - 1)))
  if (!yaml.ok) {
    report({ code: 'yaml', line: firstYamlLine + yaml.line - 1, detail: yaml.detail })
    return { ...empty, end }
  }
  const { deck, title, description, ...others } = yaml.value
  const line = lines[first].number
  for (const unknown of Object.keys(others)) report({ code: 'yaml-unknown-key', line, detail: unknown })
  const key = typeof deck === 'string' ? deck : ''
  if (!DECK_KEY.test(key) || key.length > 64) report({ code: 'deck-key', line, detail: String(deck ?? '') })
  const titles = readLocalized(title)
  if (titles === null || Object.keys(titles).length === 0) report({ code: 'title-missing', line })
  const descriptions = readLocalized(description ?? {})
  if (descriptions === null) report({ code: 'yaml', line, detail: 'description' })
  return { key, title: titles ?? {}, description: descriptions ?? {}, end }
}

/** `{ zh: …, en: … }` with text that is not empty; anything else is null. */
function readLocalized(value: unknown): Localized<string> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const result: Localized<string> = {}
  for (const [name, text] of Object.entries(value)) {
    const locale = LOCALES.find((known) => known === name)
    if (!locale || typeof text !== 'string' || text.trim() === '') return null
    result[locale] = text.trim()
  }
  return result
}

type Block = { key: string; line: number; lines: Line[] }

function splitNotes(lines: Line[], report: Report): Block[] {
  const blocks: Block[] = []
  let hasStray = false
  for (const line of lines) {
    const block = blocks.at(-1)
    if (line.text.startsWith('## ')) {
      blocks.push({ key: line.text.slice(3).trim(), line: line.number, lines: [] })
    } else if (block) block.lines.push(line)
    else if (line.text.trim() !== '' && !hasStray) {
      hasStray = true
      report({ code: 'text-outside-note', line: line.number, detail: line.text.trim().slice(0, 60) })
    }
  }
  return blocks
}

function readNote(block: Block, report: Report): { note: DeckFileNote; place: NotePlace } {
  const { key, line } = block
  const reportNote: Report = (problem) => report({ ...problem, note: key })
  if (!NOTE_KEY.test(key)) reportNote({ code: 'note-key', line, detail: key })

  const starts = block.lines.flatMap((each, index) => (isLanguageLine(each.text) ? [index] : []))
  const head = readNoteHead(block.lines.slice(0, starts[0] ?? block.lines.length), line, reportNote)

  const sections: Localized<Section> = {}
  starts.forEach((start, index) => {
    const { text, number } = block.lines[start]
    const name = text.slice(4).trim()
    const locale = LOCALES.find((known) => known === name)
    if (!locale) return reportNote({ code: 'language-unknown', line: number, detail: name })
    if (sections[locale]) return reportNote({ code: 'language-twice', line: number, locale })
    const content = block.lines.slice(start + 1, starts[index + 1])
    sections[locale] = readSection(content, number, (problem) => reportNote({ ...problem, locale }))
  })

  const place: NotePlace = { line, fields: {} }
  const fields: DeckFileNote['fields'] = {}
  for (const locale of LOCALES) {
    const section = sections[locale]
    if (!section) continue
    place.fields[locale] = section.place
    fields[locale] = section.field
  }
  for (const problem of cardsOfNote(head.kind, fields).problems) {
    const locale: Locale | undefined = 'locale' in problem ? problem.locale : undefined
    reportNote({
      code: problem.code,
      line: (locale && place.fields[locale]?.line) ?? line,
      ...(locale ? { locale } : {}),
      ...(problem.code === 'cloze-numbers-differ' ? { detail: describeNumbers(problem.numbers) } : {}),
    })
  }
  return { note: { key, ...head, fields }, place }
}

const isLanguageLine = (text: string) => text.startsWith('### ') && STRUCTURE.test(text)

const describeNumbers = (numbers: Localized<number[]>) =>
  LOCALES.flatMap((locale) =>
    numbers[locale] ? [`${locale}: ${numbers[locale].join(', ') || '–'}`] : [],
  ).join(' / ')

const textOf = (lines: Line[]) => lines.map((line) => line.text).join('\n')
