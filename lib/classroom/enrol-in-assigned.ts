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
    ({ deckId, startsAt }) => deckId !== null && (startsAt ?? now) <= now,
  )
  const deckIds = begun.flatMap(({ deckId }) => deckId ?? [])
  const everybodys = new Set(
    (await tables.decks.listByIds(deckIds)).flatMap(({ id, ownerId, key, visibility }) =>
      visibility === 'PUBLIC' || (ownerId === null && key !== null) ? [id] : [],
    ),
  )
  for (const userId of userIds) {
    const opened = await tables.assignments.listOpenedDecks(userId, deckIds)
    const [preset] = await tables.presets.listByUser(userId)
    if (preset === undefined) continue
    for (const deckId of new Set(deckIds)) {
      if (!everybodys.has(deckId) && !opened.has(deckId)) continue
      if (await tables.enrolments.find(userId, deckId)) continue
      await tables.enrolments.create({ userId, deckId, presetId: preset.id, createdAt: now })
    }
  }
}
