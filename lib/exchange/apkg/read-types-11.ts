import { z } from 'zod'
import { Losses } from '../losses'
import type { HostileDatabase } from './open-database'
import type { AnkiDeck, NoteType } from './note-type'
import { UnreadableFile } from '../unreadable-file'

// Other people's JSON: what is missing or of another kind is replaced, not refused.
const text = z.string().catch('')
const integer = z.coerce.number().int().catch(0)
const models = z.record(
  z.string(),
  z.looseObject({
    name: text,
    type: integer,
    css: text,
    latexPre: text,
    flds: z.array(z.looseObject({ name: text, ord: integer })).catch([]),
    tmpls: z.array(z.looseObject({ name: text, ord: integer, qfmt: text, afmt: text })).catch([]),
  }),
)
const decks = z.record(z.string(), z.looseObject({ name: text, dyn: integer }))

/** Schema 11, which every Anki reads: note types and decks are JSON in the one row of `col`. */
export function readTypes11(database: HostileDatabase, losses: Losses) {
  const types = new Map<string, NoteType>()
  const found = new Map<string, AnkiDeck>()
  let hasRow = false
  database.rows('SELECT models, decks FROM col LIMIT 1', ([modelsCell, decksCell]) => {
    hasRow = true
    for (const [id, model] of Object.entries(parse(models, modelsCell))) {
      types.set(id, {
        name: model.name,
        isCloze: model.type === 1,
        css: model.css,
        fields: inOrder(model.flds).map(({ name }) => name),
        templates: inOrder(model.tmpls).map(({ ord, name, qfmt, afmt }) => ({
          ord,
          name,
          front: qfmt,
          back: afmt,
        })),
      })
      if (isOwnLatex(model.latexPre)) losses.add('latex-header', model.name)
    }
    for (const [id, { name, dyn }] of Object.entries(parse(decks, decksCell)))
      found.set(id, { name, isFiltered: dyn !== 0 })
  })
  if (!hasRow) throw new UnreadableFile('database-not-anki', 'col')
  return { types, decks: found }
}

function parse<T>(schema: z.ZodType<T>, cell: unknown): T {
  try {
    return schema.parse(JSON.parse(typeof cell === 'string' ? cell : ''))
  } catch {
    throw new UnreadableFile('database-not-anki', 'col')
  }
}

const inOrder = <T extends { ord: number }>(list: T[]): T[] => [...list].sort((a, b) => a.ord - b.ord)

/** Anki's own preamble defines nothing; one that does is needed by the formulas and cannot come along. */
export const isOwnLatex = (preamble: string): boolean => /\\(?:newcommand|def|renewcommand)\b/.test(preamble)
