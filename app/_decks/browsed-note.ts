import type { DeckNote } from '@/lib/authoring/get-deck'
import { LOCALES, type Localized, type NoteKind, type RenderedSide } from '@/lib/core/content/content'

/** A note as the list of cards shows it: one row, however many cards it makes. */
export type BrowsedNote = {
  key: string
  kind: NoteKind
  tags: string[]
  cardIds: string[]
  sides: Localized<RenderedSide>
  answers: Localized<string[]>
}

export function browsedNotes(notes: readonly DeckNote[]): BrowsedNote[] {
  return notes.flatMap(({ key, kind, tags, cards }) => {
    const [first] = cards
    return first
      ? [
          {
            key,
            kind,
            tags,
            cardIds: cards.map(({ id }) => id),
            sides: first.sides,
            answers: first.answers ?? {},
          },
        ]
      : []
  })
}

/** What a search looks through: the words of every language, with formulas as their TeX. */
export function searchedText(note: BrowsedNote): string {
  const sides = LOCALES.flatMap((locale) => [note.sides[locale]?.front ?? '', note.sides[locale]?.back ?? ''])
  const words = sides
    .join(' ')
    .replace(/<[^>]*aria-hidden="true"[^>]*>.*?<\/span>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
  return [note.key, ...note.tags, words].join(' ').normalize('NFKC').toLowerCase()
}
