import Database from 'better-sqlite3'
import { SCHEMA_11 } from '../apkg/schema-11'
import { buildZip, buildZstd, sha1, type BuiltEntry } from './build-zip'

export type BuiltType = {
  id: number
  name: string
  isCloze?: boolean
  css?: string
  fields: string[]
  templates: { name: string; front: string; back: string }[]
}

export type BuiltNote = {
  id: number
  guid: string
  typeId: number
  tags?: string[]
  fields: string[]
  cards: BuiltCard[]
}

export type BuiltCard = {
  ord: number
  deckId: number
  type?: number
  queue?: number
  due?: number
  interval?: number
  factor?: number
  reps?: number
  lapses?: number
  flags?: number
  data?: string
  homeDeckId?: number
  homeDue?: number
  reviews?: { at: number; ease: number; interval?: number; millis?: number; type?: number }[]
}

export type BuiltPackage = {
  /** Epoch seconds. */
  createdAt?: number
  types: BuiltType[]
  decks: { id: number; name: string; isFiltered?: boolean }[]
  notes: BuiltNote[]
  media?: { name: string; bytes: Uint8Array }[]
}

export type BuiltForm = 'anki2' | 'anki21' | 'anki21b'
export const BUILT_FORMS: BuiltForm[] = ['anki2', 'anki21', 'anki21b']

export const BASIC_TYPE: BuiltType = {
  id: 1_600_000_000_001,
  name: 'Basic',
  fields: ['Front', 'Back'],
  templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}' }],
}

export const REVERSED_TYPE: BuiltType = {
  id: 1_600_000_000_002,
  name: 'Basic (and reversed card)',
  fields: ['Front', 'Back'],
  templates: [
    { name: 'Card 1', front: '{{Front}}', back: '{{FrontSide}}<hr id=answer>{{Back}}' },
    { name: 'Card 2', front: '{{Back}}', back: '{{FrontSide}}<hr id=answer>{{Front}}' },
  ],
}

export const CLOZE_TYPE: BuiltType = {
  id: 1_600_000_000_003,
  name: 'Cloze',
  isCloze: true,
  fields: ['Text', 'Back Extra'],
  templates: [{ name: 'Cloze', front: '{{cloze:Text}}', back: '{{cloze:Text}}<br>\n{{Back Extra}}' }],
}

export const TYPED_TYPE: BuiltType = {
  id: 1_600_000_000_004,
  name: 'Basic (type in the answer)',
  fields: ['Front', 'Back'],
  templates: [
    {
      name: 'Card 1',
      front: '{{Front}}\n\n{{type:Back}}',
      back: '{{Front}}\n\n<hr id=answer>\n\n{{type:Back}}',
    },
  ],
}

/** A package in one of Anki's three forms, by the rules of the format and not by our own exporter. */
export function buildApkg(given: BuiltPackage, form: BuiltForm): Uint8Array {
  const media = given.media ?? []
  const entries: BuiltEntry[] = []
  if (form === 'anki21b') {
    entries.push({ name: 'meta', bytes: new Uint8Array([8, 3]), isStored: true })
    entries.push({ name: 'collection.anki2', bytes: pleaseUpdate() })
    entries.push({ name: 'collection.anki21b', bytes: buildZstd(buildSchema18(given)), isStored: true })
    media.forEach(({ bytes }, i) =>
      entries.push({ name: String(i), bytes: buildZstd(bytes, i % 2 === 0), isStored: true }),
    )
    const list = media.map(({ name, bytes }) =>
      field(1, [...text(1, name), ...varintField(2, bytes.length), ...field(3, [...sha1(bytes)])]),
    )
    entries.push({ name: 'media', bytes: buildZstd(new Uint8Array(list.flat())), isStored: true })
    return buildZip(entries)
  }
  if (form === 'anki21') {
    entries.push({ name: 'meta', bytes: new Uint8Array([8, 2]), isStored: true })
    entries.push({ name: 'collection.anki2', bytes: pleaseUpdate() })
  }
  entries.push({ name: `collection.${form}`, bytes: buildSchema11(given) })
  media.forEach(({ bytes }, i) => entries.push({ name: String(i), bytes, isStored: true }))
  const list = Object.fromEntries(media.map(({ name }, i) => [String(i), name]))
  entries.push({ name: 'media', bytes: new TextEncoder().encode(JSON.stringify(list)) })
  return buildZip(entries)
}

/** What newer packages hold for those who read only the oldest form: one note that says so. */
function pleaseUpdate(): Uint8Array {
  const note = {
    id: 1,
    guid: 'update',
    typeId: BASIC_TYPE.id,
    fields: ['Please update to the latest Anki version.', ''],
  }
  return buildSchema11({
    types: [BASIC_TYPE],
    decks: [{ id: 1, name: 'Default' }],
    notes: [{ ...note, cards: [{ ord: 0, deckId: 1 }] }],
  })
}

export function buildSchema11(given: BuiltPackage): Uint8Array {
  const database = new Database(':memory:')
  database.exec(SCHEMA_11)
  const models = Object.fromEntries(
    given.types.map((type) => [
      type.id,
      {
        id: type.id,
        name: type.name,
        type: type.isCloze ? 1 : 0,
        css: type.css ?? '.card { font-size: 20px; }',
        latexPre: '\\documentclass{article}',
        flds: type.fields.map((name, ord) => ({ name, ord })),
        tmpls: type.templates.map(({ name, front, back }, ord) => ({ name, ord, qfmt: front, afmt: back })),
      },
    ]),
  )
  const decks = Object.fromEntries(
    given.decks.map(({ id, name, isFiltered }) => [id, { id, name, desc: '', dyn: isFiltered ? 1 : 0 }]),
  )
  database
    .prepare("INSERT INTO col VALUES (1, ?, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')")
    .run(given.createdAt ?? 1_600_000_000, JSON.stringify(models), JSON.stringify(decks))
  fillNotes(database, given)
  return new Uint8Array(database.serialize())
}

const SCHEMA_18 = `
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE NOCASE , config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE NOCASE , mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE NOCASE , mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE NOCASE , mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
CREATE UNIQUE INDEX idx_decks_name ON decks (name);
CREATE TABLE tags (tag text NOT NULL PRIMARY KEY COLLATE NOCASE , usn integer NOT NULL) without rowid;
`

function buildSchema18(given: BuiltPackage): Uint8Array {
  const database = new Database(':memory:')
  database.exec(SCHEMA_11 + SCHEMA_18)
  database
    .prepare("INSERT INTO col VALUES (1, ?, 0, 0, 18, 0, 0, 0, '', '', '', '', '')")
    .run(given.createdAt ?? 1_600_000_000)
  for (const type of given.types) {
    const config = [
      ...varintField(1, type.isCloze ? 1 : 0),
      ...text(3, type.css ?? '.card {}'),
      ...text(5, '\\documentclass{article}'),
    ]
    database
      .prepare('INSERT INTO notetypes VALUES (?, ?, 0, 0, ?)')
      .run(type.id, type.name, Buffer.from(config))
    type.fields.forEach((name, ord) =>
      database.prepare('INSERT INTO fields VALUES (?, ?, ?, ?)').run(type.id, ord, name, Buffer.alloc(0)),
    )
    type.templates.forEach(({ name, front, back }, ord) => {
      const template = Buffer.from([...text(1, front), ...text(2, back)])
      database.prepare('INSERT INTO templates VALUES (?, ?, ?, 0, 0, ?)').run(type.id, ord, name, template)
    })
  }
  for (const { id, name, isFiltered } of given.decks) {
    const kind = Buffer.from(field(isFiltered ? 2 : 1, varintField(1, 1)))
    const parts = name.replaceAll('::', '\x1f')
    database.prepare("INSERT INTO decks VALUES (?, ?, 0, 0, x'', ?)").run(id, parts, kind)
  }
  fillNotes(database, given)
  // A collation of Anki's own, of which nobody else knows: SQLite would not let us declare it.
  const bytes = Buffer.from(database.serialize())
  for (let at = bytes.indexOf('COLLATE NOCASE '); at !== -1; at = bytes.indexOf('COLLATE NOCASE ', at + 1))
    bytes.write('unicase', at + 8, 'latin1')
  return new Uint8Array(bytes)
}

function fillNotes(database: Database.Database, { notes }: BuiltPackage): void {
  const addNote = database.prepare("INSERT INTO notes VALUES (?, ?, ?, 1600000000, -1, ?, ?, ?, 0, 0, '')")
  const addCard = database.prepare(
    'INSERT INTO cards VALUES (?, ?, ?, ?, 1600000000, -1, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)',
  )
  const addReview = database.prepare('INSERT INTO revlog VALUES (?, ?, -1, ?, ?, 0, 0, ?, ?)')
  database.transaction(() => {
    for (const { id, guid, typeId, tags = [], fields, cards } of notes) {
      const joined = tags.length === 0 ? '' : ` ${tags.join(' ')} `
      addNote.run(id, guid, typeId, joined, fields.join('\x1f'), fields[0])
      for (const card of cards) {
        const cardId = id * 10 + card.ord
        const {
          type = 0,
          queue = type,
          due = 0,
          interval = 0,
          factor = 0,
          reps = 0,
          lapses = 0,
          flags = 0,
        } = card
        const rest = [card.homeDue ?? 0, card.homeDeckId ?? 0, flags, card.data ?? '{}']
        addCard.run(
          cardId,
          id,
          card.deckId,
          card.ord,
          type,
          queue,
          due,
          interval,
          factor,
          reps,
          lapses,
          ...rest,
        )
        for (const { at, ease, interval: ivl = 1, millis = 3_000, type: kind = 1 } of card.reviews ?? [])
          addReview.run(at, cardId, ease, ivl, millis, kind)
      }
    }
  })()
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

const varintField = (number: number, value: number) => [...varint(number * 8), ...varint(value)]
const field = (number: number, bytes: number[]) => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
]
const text = (number: number, value: string) => field(number, [...new TextEncoder().encode(value)])
