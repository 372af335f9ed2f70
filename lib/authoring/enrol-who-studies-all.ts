import type { Tables } from '@/lib/store/tables'

/**
 * A new deck of the house comes to those who study all of the house's other decks, under the preset of the first of
 * them. Who left one has chosen for themselves; who comes later starts with all (account/make-learner).
 */
export async function enrolWhoStudiesAll(tables: Tables, newDeckId: string, now: number): Promise<number> {
  const others = (await tables.decks.listHouseIds()).filter((id) => id !== newDeckId)
  if (others.length === 0) return 0
  return tables.enrolments.addForThoseWithAll(newDeckId, others, now)
}
