import type { Tables } from '@/lib/store/tables'

/**
 * Decks of the class that have begun become decks that these learners study, under their own first preset. Who studies
 * one already keeps it as it is; one that begins later is offered on Today when it does.
 */
export async function enrolInAssigned(
  tables: Tables,
  { classId, userIds }: { classId: string; userIds: readonly string[] },
  now: number,
): Promise<void> {
  const begun = (await tables.assignments.listByClass(classId)).filter(
    ({ startsAt }) => (startsAt ?? now) <= now,
  )
  const decks = await tables.decks.listByIds(begun.flatMap(({ deckId }) => deckId ?? []))
  for (const { id, ownerId, key, visibility } of decks) {
    const isEverybodys = visibility === 'PUBLIC' || (ownerId === null && key !== null)
    if (isEverybodys || (await tables.assignments.isInstructors(classId, id)))
      await tables.enrolments.addUnderFirstPreset(id, userIds, now)
  }
}
