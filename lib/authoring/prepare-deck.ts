import { setImmediate } from 'node:timers/promises'
import { LOCALES, type Locale, type Localized, type NoteContent } from '@/lib/core/content/content'
import { findExerciseCard } from '@/lib/core/exercises/exercise-card'
import { MAX_PROBLEMS, type DeckFileProblem } from '@/lib/exchange/deck-file/deck-file'
import { withImageHashes } from '@/lib/exchange/deck-file/with-image-hashes'
import type { ImageSize } from '@/lib/exchange/image/find-image-size'
import { readDeckFile } from '@/lib/exchange/deck-file/read-deck-file'
import { renderNote, type NoteProblem } from './render-note'

export type PreparedNote = { key: string; content: NoteContent }

/** A deck file read and rendered whole: everything that can be wrong with it is known before a row is written. */
export type PreparedDeck = {
  key: string
  title: Localized<string>
  description: Localized<string>
  locales: Locale[]
  notes: PreparedNote[]
  /** Hashes of the images shown. */
  media: string[]
}

export type DeckProblem =
  | DeckFileProblem
  | {
      code: NoteProblem['code'] | 'image-missing' | 'exercise-unknown'
      line: number
      column?: number
      detail?: string
      note: string
      locale?: Locale
    }

/** What may be shown. `media:…` names one by its file's name, or by its hash when the house has it already. */
export type KnownImage = { name?: string; sha256: string; size: ImageSize | null }

export type Preparation = { ok: true; deck: PreparedDeck } | { ok: false; problems: DeckProblem[] }

const MILLISECONDS_A_TURN = 20

/** Rendering pauses every few milliseconds, so that learners' answers do not wait for a large deck. */
export async function prepareDeck(text: string, images: KnownImage[]): Promise<Preparation> {
  const read = readDeckFile(text)
  if (!read.ok) return read
  const { key, title, description } = read.deck

  const problems: DeckProblem[] = []
  const notes: PreparedNote[] = []
  const media = new Set<string>()
  const hashOf = new Map(images.flatMap(({ name, sha256 }) => (name === undefined ? [] : [[name, sha256]])))
  const known = new Set(images.map(({ sha256 }) => sha256))
  const sizes = new Map(images.flatMap(({ sha256, size }) => (size === null ? [] : [[sha256, size]])))
  let turnBegan = performance.now()
  for (const note of read.deck.notes) {
    if (performance.now() - turnBegan > MILLISECONDS_A_TURN) {
      await setImmediate()
      turnBegan = performance.now()
    }
    const place = read.places.get(note.key)
    const line = place?.line ?? 1
    if (problems.length > MAX_PROBLEMS) break

    if (note.kind === 'EXERCISE' && findExerciseCard(note.exercise) === null) {
      problems.push({ code: 'exercise-unknown', line, detail: note.exercise?.id, note: note.key })
    }
    const rendered = renderNote(
      {
        ...note,
        fields: withImageHashes(note.fields, (name) => hashOf.get(name)),
      },
      sizes,
    )
    for (const hash of rendered.media) {
      if (known.has(hash)) media.add(hash)
      else problems.push({ code: 'image-missing', line, detail: hash, note: note.key })
    }
    for (const problem of rendered.problems) {
      const { locale, part, column } = problem
      const missing =
        problem.code === 'image-refused' ? /^media:(.*)/.exec(problem.detail ?? '')?.[1] : undefined
      const code = missing === undefined ? problem.code : 'image-missing'
      const detail = missing ?? problem.detail
      const start = place?.fields[locale]
      const base = start === undefined ? line : start[part]
      problems.push({
        code,
        line: base + problem.line - 1,
        column,
        note: note.key,
        locale,
        ...(detail === undefined ? {} : { detail }),
      })
    }
    notes.push({ key: note.key, content: rendered.content })
  }
  if (problems.length > 0) {
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line).slice(0, MAX_PROBLEMS) }
  }
  const locales = LOCALES.filter((locale) =>
    notes.some((note) => note.content.cards.some((card) => card.sides[locale])),
  )
  return { ok: true, deck: { key, title, description, locales, notes, media: [...media] } }
}
