import type { DeckPublicationRow, PublishCounts } from '@/lib/store/deck-publications'
import type { DeckRow } from '@/lib/store/decks'
import type { Tables } from '@/lib/store/tables'

export const NO_COUNTS: PublishCounts = {
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  moved: 0,
  askedAgain: 0,
}

/** A version of a deck. One from before there was a history has its present state alone. */
export async function findPublication(
  tables: Tables,
  deck: DeckRow,
  version: number,
): Promise<DeckPublicationRow | null> {
  const stored = await tables.deckPublications.find(deck.id, version)
  if (stored) return stored
  if (version !== deck.version || (await tables.deckPublications.has(deck.id))) return null
  const heads = await tables.notes.listHeads(deck.id)
  const present = heads.filter(({ deletedAt, revision }) => deletedAt === null && revision > 0)
  const { id: deckId, updatedAt: at, title, description, locales } = deck
  const manifest = present.map(({ id, revision }): [string, number] => [id, revision])
  const counts = { ...NO_COUNTS, added: manifest.length }
  return { deckId, version, at, byId: null, line: '', title, description, locales, manifest, counts }
}
