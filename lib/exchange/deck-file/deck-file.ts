import type { AuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import type { CardsProblem } from '@/lib/core/content/cards-of-note'
import type { Locale, Localized, NoteKind, NoteSource } from '@/lib/core/content/content'

/** A deck as its file says it. The format is described in docs/deck-format.md. */
export type DeckFile = {
  key: string
  title: Localized<string>
  description: Localized<string>
  notes: DeckFileNote[]
}

export type DeckFileNote = {
  key: string
  kind: NoteKind
  tags: string[]
  source?: string
  fields: Localized<NoteSource>
  exercise?: ExerciseReference | AuthoredExercise
}

/** EXERCISE: which exercise, with which parameters (plain JSON; the exercise itself checks them). */
export type ExerciseReference = { id: string; parameters: Record<string, unknown> }

/** Where each note stands in the file, so that what is found later can name a line too. Lines count from 1. */
export type NotePlace = { line: number; fields: Localized<FieldPlace> }

/** The line of the language, and the first lines of its front, its answers and its back. */
export type FieldPlace = { line: number; front: number; answer: number; back: number }

export type DeckFileProblem = {
  code:
    | 'file-too-long'
    | 'front-matter-missing'
    | 'front-matter-unclosed'
    | 'yaml'
    | 'yaml-unknown-key'
    | 'deck-key'
    | 'title-missing'
    | 'text-outside-note'
    | 'no-notes'
    | 'too-many-notes'
    | 'note-key'
    | 'note-key-twice'
    | 'kind-unknown'
    | 'tags'
    | 'exercise-missing'
    | 'exercise-malformed'
    | 'exercise-not-allowed'
    | 'parameters'
    | 'language-unknown'
    | 'language-twice'
    | 'separator-twice'
    | CardsProblem['code']
  line: number
  /** The words at fault: a key, a language, a parser's own sentence. */
  detail?: string
  note?: string
  locale?: Locale
}

export type ReadDeckFile =
  { ok: true; deck: DeckFile; places: Map<string, NotePlace> } | { ok: false; problems: DeckFileProblem[] }

export const MAX_FILE_LENGTH = 5_000_000
export const MAX_NOTES = 20_000
export const MAX_PROBLEMS = 100

export const KINDS = {
  basic: 'BASIC',
  reversed: 'REVERSED',
  cloze: 'CLOZE',
  typed: 'TYPED',
  exercise: 'EXERCISE',
} as const satisfies Record<string, NoteKind>

/** Lines that are structure, not text: a note, a language, the line between front and back, an accepted answer. */
export const STRUCTURE = /^(?:## |### [A-Za-z]{2}(?:-[A-Za-z]{2,4})?\s*$|---\s*$|= )/
