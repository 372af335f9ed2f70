import type { Tables } from '@/lib/store/tables'

/** Private decks of the class that this person, no member any more, has no other way to read. Memories stay. */
export async function endClassEnrolments(
  tables: Tables,
  { classId, userId }: { classId: string; userId: string },
): Promise<void> {
  const deckIds = (await tables.assignments.listByClass(classId)).flatMap(({ deckId }) => deckId ?? [])
  const stillOpened = await tables.assignments.listOpenedDecks(userId, deckIds)
  for (const { id, ownerId, key, visibility } of await tables.decks.listByIds(deckIds)) {
    const isEverybodys = visibility === 'PUBLIC' || (ownerId === null && key !== null)
    if (isEverybodys || ownerId === userId || stillOpened.has(id)) continue
    if ((await tables.deckMembers.findRole(id, userId)) !== null) continue
    await tables.enrolments.delete(userId, id)
  }
}
