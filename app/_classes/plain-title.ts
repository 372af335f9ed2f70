import type { AssignmentView } from '@/lib/classroom/assignment-view'
import type { Locale } from '@/lib/core/content/content'
import { inLocale } from '../_decks/in-locale'

/** The same as plain text, for names of buttons and dialogs. */
export function plainTitle(assignment: AssignmentView, untitled: string, locale: Locale): string {
  if (assignment.kind === 'quiz') return assignment.title || untitled
  return inLocale(assignment.deck.title, locale)?.value ?? assignment.deck.slug
}
