import { audit } from '@/lib/account/audit'
import type { Manifest, PublishCounts } from '@/lib/store/deck-publications'
import type { DeckRow } from '@/lib/store/decks'
import type { Tables } from '@/lib/store/tables'
import { findPublication } from '../publishing/find-publication'

type NewVersion = {
  deckId: string
  byId: string
  line: string
  manifest: Manifest
  counts: PublishCounts
}

/** An import is a version of its deck like any other: it stands in the history, and can be restored. */
export async function recordVersion(
  tables: Tables,
  { deckId, byId, line, manifest, counts }: NewVersion,
  now: number,
): Promise<void> {
  const deck = await tables.decks.find(deckId)
  if (!deck) throw new Error(`The deck ${deckId} is gone`)
  const { version, title, description, locales } = deck
  await tables.deckPublications.create({
    deckId,
    version,
    at: now,
    byId,
    line,
    title,
    description,
    locales,
    manifest,
    counts,
  })
  await audit(tables, { actorId: byId, verb: 'deck-published', deckId, detail: { version, ...counts } }, now)
}

/** Before anything is changed: a deck from before there was a history gets what it is as its beginning. */
export async function keepBeginning(tables: Tables, deck: DeckRow): Promise<void> {
  if (deck.version === 0 || (await tables.deckPublications.has(deck.id))) return
  const beginning = await findPublication(tables, deck, deck.version)
  if (beginning) await tables.deckPublications.create(beginning)
}
