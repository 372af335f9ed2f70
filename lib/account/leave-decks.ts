import type { Tables } from '@/lib/store/tables'
import { audit } from './audit'

/** An account that goes is a co-author of no deck any more. What it wrote in them stays. */
export async function leaveDecks(tables: Tables, userId: string, now: number): Promise<void> {
  for (const { deckId } of await tables.deckMembers.listByUser(userId)) {
    if (!(await tables.deckMembers.delete(deckId, userId))) continue
    await audit(tables, { actorId: userId, verb: 'member-left', deckId, personId: userId }, now)
  }
}
