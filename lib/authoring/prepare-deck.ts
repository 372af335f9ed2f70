import { setImmediate } from 'node:timers/promises'
import type { Bilingual } from '@/lib/core/cells/bilingual'
import { LOCALES, type Locale, type Localized, type NoteContent } from '@/lib/core/content/content'
import { MAX_PROBLEMS, type DeckFileProblem } from '@/lib/exchange/deck-file/deck-file'
import { withImageHashes } from '@/lib/exchange/deck-file/with-image-hashes'
import type { ImageSize } from '@/lib/exchange/image/find-image-size'
import { readDeckFile } from '@/lib/exchange/deck-file/read-deck-file'
import { checkNote, type NoteProblem } from './check-note'

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
      /** Where in an author's own exercise, and why. */
      at?: string
      said?: Bilingual
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
  const shown = new Map(images.map(({ sha256, size }) => [sha256, size]))
  let turnBegan = performance.now()
  for (const note of read.deck.notes) {
    if (performance.now() - turnBegan > MILLISECONDS_A_TURN) {
      await setImmediate()
      turnBegan = performance.now()
    }
    const place = read.places.get(note.key)
    const line = place?.line ?? 1
    if (problems.length > MAX_PROBLEMS) break

    const checked = checkNote(
      withImageHashes(note, (name) => hashOf.get(name)),
      shown,
    )
    for (const hash of checked.media) media.add(hash)
    for (const problem of checked.problems) {
      const { code, detail, locale, part, line: lineOfPart, column, at, said } = problem
      const start = locale && place?.fields[locale]
      const base = start === undefined || part === undefined ? line : start[part]
      problems.push({
        code,
        line: base + (lineOfPart ?? 1) - 1,
        note: note.key,
        ...(column === undefined ? {} : { column }),
        ...(locale === undefined ? {} : { locale }),
        ...(detail === undefined ? {} : { detail }),
        ...(said === undefined ? {} : { at, said }),
      })
    }
    notes.push({ key: note.key, content: checked.content })
  }
  if (problems.length > 0) {
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line).slice(0, MAX_PROBLEMS) }
  }
  const locales = LOCALES.filter((locale) =>
    notes.some((note) => note.content.cards.some((card) => card.sides[locale])),
  )
  return { ok: true, deck: { key, title, description, locales, notes, media: [...media] } }
}
