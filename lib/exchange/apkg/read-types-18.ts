import { Losses } from '../losses'
import type { AnkiDeck, NoteType } from './note-type'
import type { Cell, HostileDatabase } from './open-database'
import { numberField, readProtobuf, textField, type ProtobufMessage } from './read-protobuf'
import { isOwnLatex } from './read-types-11'

const EMPTY: ProtobufMessage = new Map()
const message = (cell: Cell): ProtobufMessage =>
  (cell instanceof Uint8Array ? readProtobuf(cell) : null) ?? EMPTY

/**
 * Schema 18: tables of their own with protobuf in them. Field numbers as in Anki's proto/anki/notetypes.proto and
 * decks.proto: Notetype.Config kind 1, css 3, latex_pre 5; Template.Config q_format 1, a_format 2; Deck.KindContainer
 * normal 1, filtered 2.
 */
export function readTypes18(database: HostileDatabase, losses: Losses) {
  const types = new Map<string, NoteType>()
  database.rows('SELECT CAST(id AS TEXT), name, config FROM notetypes', ([id, name, cell]) => {
    const config = message(cell)
    const isCloze = numberField(config, 1) === 1
    types.set(String(id), {
      name: String(name),
      isCloze,
      fields: [],
      templates: [],
      css: textField(config, 3),
    })
    if (isOwnLatex(textField(config, 5))) losses.add('latex-header', String(name))
  })
  database.rows('SELECT CAST(ntid AS TEXT), name FROM fields ORDER BY ntid, ord', ([id, name]) => {
    types.get(String(id))?.fields.push(String(name))
  })
  database.rows('SELECT CAST(ntid AS TEXT), ord, name, config FROM templates ORDER BY ntid, ord', (row) => {
    const config = message(row[3])
    types.get(String(row[0]))?.templates.push({
      ord: Number(row[1]),
      name: String(row[2]),
      front: textField(config, 1),
      back: textField(config, 2),
    })
  })
  const decks = new Map<string, AnkiDeck>()
  database.rows('SELECT CAST(id AS TEXT), name, kind FROM decks', ([id, name, cell]) => {
    const kind = message(cell)
    decks.set(String(id), {
      name: String(name).replaceAll('\x1f', '::'),
      isFiltered: kind.has(2),
    })
  })
  return { types, decks }
}
