import type { Locale, NoteKind } from '@/lib/core/content/content'
import { fieldName, OWN_FIELD, partsOfKind, type Part } from './own-type'

export type Model = { id: number; name: string; kind: NoteKind; locales: Locale[]; fields: string[] }

type Templates = { name: string; qfmt: string; afmt: string }[]

const SETS: Locale[][] = [['zh'], ['en'], ['zh', 'en']]
const KINDS: NoteKind[] = ['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE']
const NAMES: Record<NoteKind, string> = {
  BASIC: 'basic',
  REVERSED: 'reversed',
  CLOZE: 'cloze',
  TYPED: 'typed',
  EXERCISE: 'exercise',
}

/** Never change these: Anki knows a note type by its id, and another one would stand beside the first at each import. */
const FIRST_ID = 1_764_201_600_000

/** One note type of Anki's for each kind and set of languages, the same in every package ever written. */
export function modelOf(kind: NoteKind, locales: Locale[]): Model {
  const set = Math.max(
    0,
    SETS.findIndex((each) => each.join() === locales.join()),
  )
  const own = SETS[set]
  return {
    id: FIRST_ID + KINDS.indexOf(kind) * 10 + set,
    name: `Unroll ${NAMES[kind]} (${own.join(' + ')})`,
    kind,
    locales: own,
    fields: [
      ...own.flatMap((locale) => partsOfKind(kind).map((part) => fieldName(part, locale, own))),
      OWN_FIELD,
    ],
  }
}

const CSS = `.card { font-family: serif; font-size: 20px; line-height: 1.5; text-align: left; max-width: 40em; margin: 0 auto; }
.cloze { font-weight: bold; color: #1f6f5c; }
.nightMode .cloze { color: #6fc7b0; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; } td, th { border: 1px solid; padding: 0.2em 0.6em; }
[lang] + [lang] { margin-top: 1.5em; }`

/** The row of `col.models` for a note type, in schema 11. */
export function modelJson(model: Model, deckId: number, seconds: number): Record<string, unknown> {
  const templates = templatesOf(model)
  const fieldsOf = (part: Part) =>
    model.locales.map((locale) => model.fields.indexOf(fieldName(part, locale, model.locales)))
  return {
    id: model.id,
    name: model.name,
    type: model.kind === 'CLOZE' ? 1 : 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: deckId,
    css: CSS,
    latexPre: '\\documentclass[12pt]{article}\n\\usepackage{amssymb,amsmath}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false,
    vers: [],
    tags: [],
    // A card is there when what it asks is: of a reversed note's second that is the back.
    req: templates.map((_, ord) => [ord, 'any', fieldsOf(ord === 0 ? 'Front' : 'Back')]),
    flds: model.fields.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: templates.map((template, ord) => ({ ...template, ord, did: null, bqfmt: '', bafmt: '' })),
  }
}

function templatesOf({ kind, locales }: Model): Templates {
  const field = (part: 'Front' | 'Back' | 'Answer', locale: Locale) => fieldName(part, locale, locales)
  const tag = (locale: Locale) => (locale === 'zh' ? 'zh-CN' : locale)
  const show = (part: 'Front' | 'Back', filter = '') =>
    locales
      .map((locale) => {
        const name = field(part, locale)
        return `{{#${name}}}<div lang="${tag(locale)}">{{${filter}${name}}}</div>{{/${name}}}`
      })
      .join('\n')
  const answer = (part: 'Front' | 'Back') => `{{FrontSide}}\n<hr id=answer>\n${show(part)}`
  switch (kind) {
    case 'BASIC':
    case 'EXERCISE':
      return [{ name: 'Card 1', qfmt: show('Front'), afmt: answer('Back') }]
    case 'REVERSED':
      return [
        { name: 'Card 1', qfmt: show('Front'), afmt: answer('Back') },
        { name: 'Card 2', qfmt: show('Back'), afmt: answer('Front') },
      ]
    case 'CLOZE':
      return [
        {
          name: 'Cloze',
          qfmt: show('Front', 'cloze:'),
          afmt: `${show('Front', 'cloze:')}\n<hr id=answer>\n${show('Back')}`,
        },
      ]
    case 'TYPED': {
      // Anki compares with one field alone: the first language's, of which the first line is shown.
      const typed = `{{type:${field('Answer', locales[0])}}}`
      return [
        {
          name: 'Card 1',
          qfmt: `${show('Front')}\n${typed}`,
          afmt: `${show('Front')}\n${typed}\n<hr id=answer>\n${show('Back')}`,
        },
      ]
    }
  }
}
