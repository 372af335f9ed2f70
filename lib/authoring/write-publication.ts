import { audit } from '@/lib/account/audit'
import type { DeckRow } from '@/lib/store/decks'
import type { Tables } from '@/lib/store/tables'
import { partsOf } from './parts-of'
import type { Publication } from './plan-publication'
import { findPublication } from './publishing/find-publication'

const ROWS_A_STATEMENT = 100

export type PublishedVersion = {
  /** As it was; null for a deck that begins with this. */
  before: DeckRow | null
  deck: Pick<DeckRow, 'id' | 'version' | 'title' | 'description' | 'locales'>
  /** Null: the house itself. */
  byId: string | null
  /** Of the change log; may be empty. */
  line?: string
  /** The version that is brought back by this one. */
  restored?: number
}

/**
 * Runs inside the transaction that has taken the deck at the version that the plan was made for, and keeps what makes
 * this version in its history. A deck that has none yet, from before there was a history, gets what it was as its beginning.
 */
export async function writePublication(
  tables: Tables,
  plan: Publication,
  { before, deck, byId, line = '', restored }: PublishedVersion,
  now: number,
): Promise<void> {
  if (before && before.version > 0 && !(await tables.deckPublications.has(deck.id))) {
    const beginning = await findPublication(tables, before, before.version)
    if (beginning) await tables.deckPublications.create(beginning)
  }
  // Notes first: the others belong to them.
  for (const part of partsOf(plan.newNotes, ROWS_A_STATEMENT)) await tables.notes.createMany(part)
  for (const part of partsOf(plan.newRevisions, ROWS_A_STATEMENT)) await tables.noteRevisions.createMany(part)
  for (const part of partsOf(plan.newCards, ROWS_A_STATEMENT)) await tables.cards.createMany(part)
  await tables.notes.showRevisions(plan.reworded)
  await tables.notes.setKinds(plan.reworded.flatMap(({ id, kind }) => (kind === null ? [] : { id, kind })))
  for (const { id, change } of plan.updates) await tables.notes.update(id, change)
  await tables.notes.setDeleted(plan.remove, now)
  await tables.notes.setDeleted(plan.bringBack, null)
  await tables.notes.setPositions(plan.positions)
  await tables.cards.setRetired(plan.retire, now)
  await tables.cards.setRetired(plan.revive, null)
  await tables.cards.setAskAgain(plan.askAgain, now)

  const { id: deckId, version, title, description, locales } = deck
  const counts = { ...plan.counts, ...(restored === undefined ? {} : { restored }) }
  const { manifest } = plan
  const row = { deckId, version, at: now, byId, line, title, description, locales, manifest, counts }
  await tables.deckPublications.create(row)
  if (byId === null) return
  const verb = restored === undefined ? 'deck-published' : 'deck-restored'
  await audit(tables, { actorId: byId, verb, deckId, detail: { version, ...counts } }, now)
}
