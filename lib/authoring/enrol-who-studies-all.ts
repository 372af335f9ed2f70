import type { Tables } from '@/lib/store/tables'

/**
 * A new deck that people start with comes to those who study all the others of that kind, under the preset of the
 * first of them. Who left one has chosen for themselves; who comes later starts with all (account/make-learner).
 */
export async function enrolWhoStudiesAll(tables: Tables, newDeckId: string, now: number): Promise<number> {
  const starters = await tables.decks.listStarterIds()
  const others = starters.filter((id) => id !== newDeckId)
  if (others.length === starters.length || others.length === 0) return 0
  return tables.enrolments.addForThoseWithAll(newDeckId, others, now)
}
