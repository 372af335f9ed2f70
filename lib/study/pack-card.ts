import { LOCALES, type Localized, type RenderedSide } from '@/lib/core/content/content'
import type { PackCard } from '@/lib/core/study/study-pack'
import type { PublishedNote, StudyCardRow } from '@/lib/store/study-cards'

const IMAGE = /\/api\/v1\/media\/([0-9a-f]{64})/g

/** Null for a card that its note's published state has no sides for. */
export function packCard(card: StudyCardRow, note: PublishedNote): PackCard | null {
  const rendered = note.content.cards.find(({ ord }) => ord === card.ord)
  if (rendered === undefined) return null
  return {
    id: card.id,
    noteId: card.noteId,
    deckId: card.deckId,
    kind: note.kind,
    ord: card.ord,
    position: card.position,
    noteRevision: note.revision,
    tags: note.tags,
    sides: rendered.sides,
    ...(rendered.answers !== undefined && { answers: rendered.answers }),
    ...(note.content.exercise !== undefined && { exercise: note.content.exercise }),
    ...(note.content.formulas !== undefined && { formulas: note.content.formulas }),
    ...(note.content.texts !== undefined && { texts: note.content.texts }),
    media: imagesOf(rendered.sides),
    askAgainAt: card.askAgainAt,
  }
}

function imagesOf(sides: Localized<RenderedSide>): string[] {
  const hashes = new Set<string>()
  for (const locale of LOCALES) {
    const side = sides[locale]
    for (const html of side ? [side.front, side.back] : []) {
      for (const [, hash] of html.matchAll(IMAGE)) hashes.add(hash)
    }
  }
  return [...hashes]
}
