/** An Anki note type: its fields in order, and the templates that make cards of them. */
export type NoteType = {
  name: string
  isCloze: boolean
  fields: string[]
  templates: Template[]
  css: string
}

export type Template = { ord: number; name: string; front: string; back: string }

export type AnkiDeck = { name: string; isFiltered: boolean }
