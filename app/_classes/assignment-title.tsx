import type { AssignmentView } from '@/lib/classroom/assignment-view'
import type { Locale } from '@/lib/core/content/content'
import { LocalizedText } from '../_decks/localized-text'

/** What was given, by its name. A quiz may have none. */
export function AssignmentTitle({
  assignment,
  untitled,
  locale,
}: {
  assignment: AssignmentView
  untitled: string
  locale: Locale
}) {
  return assignment.kind === 'deck' ? (
    <LocalizedText text={assignment.deck.title} locale={locale} />
  ) : (
    assignment.title || untitled
  )
}
