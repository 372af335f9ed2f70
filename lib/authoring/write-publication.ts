import type { Tables } from '@/lib/store/tables'
import { partsOf } from './parts-of'
import type { Publication } from './plan-publication'

const ROWS_A_STATEMENT = 100

/** Runs inside the transaction that has taken the deck at the version that the plan was made for. */
export async function writePublication(tables: Tables, plan: Publication, now: number): Promise<void> {
  // Notes first: the others belong to them.
  for (const part of partsOf(plan.newNotes, ROWS_A_STATEMENT)) await tables.notes.createMany(part)
  for (const part of partsOf(plan.newRevisions, ROWS_A_STATEMENT)) await tables.noteRevisions.createMany(part)
  for (const part of partsOf(plan.newCards, ROWS_A_STATEMENT)) await tables.cards.createMany(part)
  for (const { id, change } of plan.updates) await tables.notes.update(id, change)
  await tables.cards.setRetired(plan.retire, now)
  await tables.cards.setRetired(plan.revive, null)
}
