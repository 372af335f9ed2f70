import type { AssignmentView } from '@/lib/classroom/assignment-view'
import type { ClassFigures } from '@/lib/classroom/get-figures'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classDeskText } from '../_text/class-desk'
import { classFiguresText } from '../_text/class-figures'
import { classesText } from '../_text/classes'
import { EmptyState } from '../_ui/empty-state'
import { ButtonLink } from '../_ui/button-link'
import { TextLink } from '../_ui/text-link'
import { AssignmentTitle } from './assignment-title'
import { HardCards } from './hard-cards'
import { SlipTables } from './slip-tables'

type CardsViewProps = { classId: string; figures: ClassFigures; locale: Locale }

/** What the class forgets, deck by deck, and which slips it makes. */
export function CardsView({ classId, figures, locale }: CardsViewProps) {
  const text = getText(classFiguresText, locale)
  const classText = getText(classesText, locale)
  const deskText = getText(classDeskText, locale)
  const { assignments, decks, skills } = figures
  const given = decks.flatMap((deck) => {
    const assignment = assignments.find(({ id }) => id === deck.assignmentId)
    return assignment?.kind === 'deck' ? [{ ...deck, assignment }] : []
  })
  if (assignments.length === 0) {
    return (
      <EmptyState
        title={classText.noTasks}
        action={
          <ButtonLink href={`/classes/${classId}/assignments`} look="primary">
            {deskText.give}
          </ButtonLink>
        }
      />
    )
  }
  return (
    <div className="grid gap-14">
      {given.map(({ assignmentId, assignment, hardest, openReports }) => (
        <section key={assignmentId} className="grid gap-4">
          <h2 className="text-xl">
            {text.hardest}: <AssignmentTitle assignment={assignment} untitled="" locale={locale} />
          </h2>
          <HardCards cards={hardest} locale={locale} />
          <Reports count={openReports} assignment={assignment} locale={locale} />
        </section>
      ))}
      <section className="grid gap-6">
        <h2 className="text-xl">{text.slips}</h2>
        <SlipTables skills={skills} locale={locale} />
      </section>
    </div>
  )
}

function Reports({
  count,
  assignment,
  locale,
}: {
  count: number
  assignment: Extract<AssignmentView, { kind: 'deck' }>
  locale: Locale
}) {
  const text = getText(classFiguresText, locale)
  return (
    <p className="text-sm">
      {text.reports(count)}{' '}
      {count > 0 ? (
        <TextLink href={`/decks/${assignment.deck.slug}/reports`} isAlone>
          {text.readReports}
        </TextLink>
      ) : null}
    </p>
  )
}
