import { LOCALES, type Localized, type NoteSource } from '@/lib/core/content/content'
import { cleanTags } from '../clean-tags'
import { deckKeyOf } from '../deck-key'
import { keyOfGuid } from '../guid-key'
import { htmlToMarkdown, type HtmlContext } from '../html/html-to-markdown'
import { textOfHtml } from '../html/text-of-html'
import { ImageShelf } from '../image-shelf'
import type { CardHistory, Incoming, IncomingDeck, IncomingNote, NoteProblemCode } from '../incoming'
import { MAX_FIELD_LENGTH, MAX_INCOMING_NOTES, MAX_UNREADABLE_NAMED } from '../limits'
import { Losses } from '../losses'
import type { OwnNote } from '../own-note'
import { UnreadableFile } from '../unreadable-file'
import type { AnkiDeck, NoteType } from './note-type'
import type { HostileDatabase } from './open-database'
import { fieldName, localesOf, OWN_FIELD, readOwnField, type Part } from './own-type'
import { placeNote, type PlacedNote } from './place-note'
import {
  CARD_COLUMNS,
  isCrammed,
  readAnswer,
  readCard,
  readHistory,
  type AnkiCard,
  type Answer,
} from './read-histories'

export type ReadOptions = {
  isFormula: HtmlContext['isFormula']
  onProgress: (done: number, total: number) => void
}

const MAX_CARDS = 200_000
const MAX_ANSWERS = 2_000_000
/** Beside a million-row log no card needs more; more than a log here may hold are not brought. */
const MAX_ANSWERS_A_CARD = 1_900

type NoteCards = Map<string, AnkiCard[]>

/** The notes of a collection with their cards, decks and histories, row by row; what cannot be read is told, not thrown. */
export class CollectionReader {
  readonly #notes: IncomingNote[] = []
  readonly #unreadable: Incoming['unreadable'] = []
  #unreadableCount = 0
  readonly #decks: IncomingDeck[] = []
  readonly #deckIndex = new Map<string, number>()
  readonly #keys = new Set<string>()
  readonly #told = new Set<string>()

  constructor(
    private readonly database: HostileDatabase,
    private readonly types: Map<string, NoteType>,
    private readonly ankiDecks: Map<string, AnkiDeck>,
    private readonly images: ImageShelf,
    private readonly losses: Losses,
    private readonly options: ReadOptions,
  ) {}

  read() {
    const total = this.#count('notes')
    if (total > MAX_INCOMING_NOTES) throw new UnreadableFile('too-many-notes', String(total))
    const createdAt = this.#createdAt()
    const cards = this.#readCards()
    const answers = this.#readAnswers()
    let done = 0
    const columns = `CAST(id AS TEXT), guid, CAST(mid AS TEXT), tags,
      CASE WHEN length(flds) <= ${MAX_FIELD_LENGTH * 4} THEN flds END, substr(flds, 1, 200)`
    this.database.rows(`SELECT ${columns} FROM notes ORDER BY id LIMIT ${MAX_INCOMING_NOTES}`, (row) => {
      const [id, guid, mid, tags, fields, start] = row.map((cell) => (typeof cell === 'string' ? cell : null))
      const own = cards.get(String(id)) ?? []
      const name = textOfHtml(String(start ?? '').split('\x1f')[0])
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 80)
      const context = { name: name || String(guid), guid: guid === null || guid === '' ? String(id) : guid }
      if (fields === null) this.#refuse(context.name, 'note-too-long')
      else
        this.#readNote(
          context,
          String(mid),
          String(tags ?? ''),
          fields.split('\x1f'),
          own,
          answers,
          createdAt,
        )
      if (++done % 50 === 0) this.options.onProgress(done, total)
    })
    if (done === 0) throw new UnreadableFile('no-notes')
    return {
      notes: this.#notes,
      unreadable: this.#unreadable,
      unreadableCount: this.#unreadableCount,
      incomingDecks: this.#decks,
    }
  }

  #readNote(
    { name, guid }: { name: string; guid: string },
    mid: string,
    tagText: string,
    values: string[],
    cards: AnkiCard[],
    answers: Map<number, Answer[]>,
    createdAt: number,
  ): void {
    const type = this.types.get(mid)
    if (type === undefined) return this.#refuse(name, 'note-type-missing')
    if (values.some((value) => value.length > MAX_FIELD_LENGTH * 3))
      return this.#refuse(name, 'note-too-long')
    const deckName = this.#deckOf(cards)
    const tags = cleanTags(tagText.split(/\s+/).filter(Boolean), this.losses)
    const base = { guid, tags, deck: this.#deck(deckName) }
    const history = (ordOf: (ord: number) => number | undefined): { histories?: CardHistory[] } => {
      const histories = cards.flatMap((card) => {
        const ord = ordOf(card.ord)
        if (ord === undefined) return []
        const all = answers.get(card.id) ?? []
        const own = all.slice(-MAX_ANSWERS_A_CARD)
        if (own.length < all.length) this.losses.add('answers-many', name, all.length - own.length)
        return readHistory({ ...card, ord }, own, createdAt, this.losses) ?? []
      })
      return histories.length > 0 ? { histories } : {}
    }

    const own = this.#readOwn(type, values, name)
    if (own !== null) {
      if (own.fields === 'refused') return
      const { note, fields } = own
      const { kind, source, exercise } = note
      return this.#add(
        {
          ...base,
          tags: ownTags(note.tags, tags),
          key: note.key,
          kind,
          ...(source === undefined ? {} : { source }),
          text: { fields },
          ...(exercise === undefined ? {} : { exercise }),
          ...history((ord) => ord),
        },
        name,
      )
    }

    const ords = [...new Set(cards.map(({ ord }) => ord))].sort((a, b) => a - b)
    const placement = placeNote(
      { guid, key: keyOfGuid(guid), tags, values, type, deck: deckName },
      ords,
      this.#html,
    )
    if (!placement.ok) return this.#refuse(name, placement.code)
    this.#tellOfType(type)
    for (const filter of placement.filters) this.losses.add('template-filter', filter)
    if (placement.isSplit) this.losses.add('note-split', type.name)
    for (const placed of placement.notes) this.#addPlaced(base, placed, history, name)
  }

  #addPlaced(
    base: { guid: string; tags: string[]; deck: number },
    { key, kind, field, ordOf }: PlacedNote,
    history: (ordOf: (ord: number) => number | undefined) => { histories?: CardHistory[] },
    name: string,
  ): void {
    this.#add({ ...base, key, kind, text: { field }, ...history((ord) => ordOf.get(ord)) }, name)
  }

  #add(note: IncomingNote, name: string): void {
    const texts = 'field' in note.text ? [note.text.field] : Object.values(note.text.fields)
    if (texts.some(({ front, back }) => front.length > 20_000 || back.length > 20_000))
      return this.#refuse(name, 'note-too-long')
    const key = `${note.deck} ${note.key}`
    if (this.#keys.has(key)) return this.#refuse(name, 'note-twice')
    this.#keys.add(key)
    this.#notes.push(note)
  }

  /** A note that came from here: as it was written, or, where Anki's user changed it, with those changes. */
  #readOwn(
    type: NoteType,
    values: string[],
    name: string,
  ): { note: OwnNote; fields: Localized<NoteSource> | 'refused' } | null {
    const at = type.fields.indexOf(OWN_FIELD)
    if (at === -1) return null
    const visible = values.filter((_, i) => i !== at)
    const read = readOwnField(values[at] ?? '', visible)
    if (read === null) return null
    const { note, isUntouched } = read
    if (isUntouched || note.kind === 'EXERCISE') return { note, fields: this.#withImages(note.fields) }
    const locales = localesOf(note)
    const fields: Localized<NoteSource> = {}
    for (const locale of LOCALES) {
      if (!locales.includes(locale)) continue
      const valueOf = (part: Part) => values[type.fields.indexOf(fieldName(part, locale, locales))] ?? ''
      const front = htmlToMarkdown(valueOf('Front'), { ...this.#html, isCloze: note.kind === 'CLOZE' })
      const back = htmlToMarkdown(valueOf('Back'), { ...this.#html, isCloze: false })
      if (!front.ok || !back.ok) {
        this.#refuse(name, front.ok ? (back.ok ? 'note-empty' : back.code) : front.code)
        return { note, fields: 'refused' }
      }
      const shown = textOfHtml(valueOf('Answer')).replace(/\s+/g, ' ').trim()
      const answers = [shown, ...(note.fields[locale]?.answers ?? []).slice(1)].filter(Boolean)
      fields[locale] = {
        front: front.markdown,
        back: back.markdown,
        ...(note.kind === 'TYPED' ? { answers } : {}),
      }
    }
    return { note, fields }
  }

  /** Pictures that a note names by hash are looked for in the package, under the names that we give them there. */
  #withImages(fields: Localized<NoteSource>): Localized<NoteSource> {
    for (const field of Object.values(fields))
      for (const [, hash] of `${field.front}\n${field.back}`.matchAll(/\]\(media:([0-9a-f]{64})/g))
        this.#imageByHash(hash)
    return fields
  }

  #imageByHash(hash: string): void {
    for (const ending of ['png', 'jpg', 'webp', 'gif'])
      if (this.images.isThere(`unroll-${hash}.${ending}`)) this.images.hashOf(`unroll-${hash}.${ending}`)
  }

  readonly #html: Omit<HtmlContext, 'isCloze'> = {
    imageOf: (src) => this.#imageOf(src),
    isFormula: (tex, isDisplay) => this.options.isFormula(tex, isDisplay),
    lose: (code, example) => this.losses.add(code, example),
  }

  #imageOf(src: string): string | null {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) {
      this.losses.add('image-elsewhere', src)
      return null
    }
    const name = src.normalize('NFC')
    if (this.images.isThere(name)) return this.images.hashOf(name)
    return this.images.hashOf(decoded(name))
  }

  #tellOfType(type: NoteType): void {
    if (this.#told.has(type.name)) return
    this.#told.add(type.name)
    const templates = type.templates.map(({ front, back }) => front + back).join('\n')
    if (/<script\b|\bon[a-z]+\s*=|javascript:/i.test(templates)) this.losses.add('template-script', type.name)
    if (/@import|@font-face|url\(|position\s*:|animation/i.test(type.css))
      this.losses.add('template-style', type.name)
  }

  #refuse(name: string, code: NoteProblemCode): void {
    this.#unreadableCount++
    if (this.#unreadable.length < MAX_UNREADABLE_NAMED) this.#unreadable.push({ name, code })
  }

  #deckOf(cards: AnkiCard[]): string {
    const [first] = cards
    const found = first === undefined ? undefined : this.ankiDecks.get(first.deck)
    if (found?.isFiltered) this.losses.add('filtered-deck', found.name)
    if (cards.some(({ deck }) => deck !== first?.deck)) this.losses.add('decks-several', found?.name)
    return cleanName(found?.name ?? '')
  }

  #deck(name: string): number {
    const known = this.#deckIndex.get(name)
    if (known !== undefined) return known
    this.#decks.push({ name, key: deckKeyOf(name) })
    this.#deckIndex.set(name, this.#decks.length - 1)
    return this.#decks.length - 1
  }

  #count(table: string): number {
    let count = 0
    this.database.rows(`SELECT count(*) FROM ${table}`, ([value]) => (count = Number(value)))
    return count
  }

  #createdAt(): number {
    let at = 0
    this.database.rows('SELECT crt FROM col LIMIT 1', ([value]) => (at = Number(value)))
    return Number.isSafeInteger(at) && at > 0 && at < 10_000_000_000 ? at : 0
  }

  #readCards(): NoteCards {
    const beyond = this.#count('cards') - MAX_CARDS
    if (beyond > 0) this.losses.add('cards-many', '', beyond)
    const cards: NoteCards = new Map()
    this.database.rows(`SELECT ${CARD_COLUMNS} FROM cards ORDER BY nid, ord LIMIT ${MAX_CARDS}`, (row) => {
      const noteId = String(row[1])
      const of = cards.get(noteId)
      if (of) of.push(readCard(row))
      else cards.set(noteId, [readCard(row)])
    })
    return cards
  }

  #readAnswers(): Map<number, Answer[]> {
    const answers = new Map<number, Answer[]>()
    if (!this.database.has('revlog')) return answers
    const beyond = this.#count('revlog') - MAX_ANSWERS
    if (beyond > 0) this.losses.add('answers-many', '', beyond)
    const columns = 'id, cid, ease, time, type'
    this.database.rows(`SELECT ${columns} FROM revlog ORDER BY id LIMIT ${MAX_ANSWERS}`, (row) => {
      const answer = readAnswer(row)
      if (isCrammed(row)) this.losses.add('answers-crammed')
      if (answer === null) return
      const card = Number(row[1])
      const of = answers.get(card)
      if (of) of.push(answer)
      else answers.set(card, [answer])
    })
    return answers
  }
}

/**
 * Anki sorts tags and knows none with blanks: where it says nothing else they are as they were written. Only a blank
 * may differ, since what the file calls ours may be anything.
 */
function ownTags(own: readonly string[], ankis: readonly string[]): string[] {
  const written = new Set(own.map((tag) => tag.replaceAll(' ', '_')))
  const isSame =
    written.size === ankis.length &&
    ankis.every((tag) => written.has(tag)) &&
    !own.some((tag) => tag.includes('  '))
  return isSame ? [...own] : [...ankis]
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC')
  } catch {
    return name
  }
}

const cleanName = (name: string): string =>
  name
    .replace(/[\u0000-\u001F\u007F\uE000-\uF8FF]/g, '')
    .toWellFormed()
    .split('::')
    .map((part) => part.trim())
    .filter(Boolean)
    .join('::')
    .slice(0, 200)
