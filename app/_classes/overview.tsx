import type { ClassView } from '@/lib/classroom/get-class'
import type { ClassFigures } from '@/lib/classroom/get-figures'
import type { Pace } from '@/lib/core/classroom/pace'
import type { Locale } from '@/lib/core/content/content'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { classDeskText } from '../_text/class-desk'
import { classFiguresText } from '../_text/class-figures'
import { buttonStyle } from '../_ui/button-style'
import { ButtonLink } from '../_ui/button-link'
import { EmptyState } from '../_ui/empty-state'
import { JoinBox } from './join-box'
import { LearnerTable } from './learner-table'

/** Who needs a word comes first. */
const ORDER: readonly Pace[] = ['behind', 'not-begun', 'keeping-up', 'done']

type OverviewProps = {
  classroom: ClassView
  figures: ClassFigures
  locale: Locale
  timeZone: string
}

/** Who keeps up. */
export function Overview({ classroom, figures, locale, timeZone }: OverviewProps) {
  const text = getText(classFiguresText, locale)
  const deskText = getText(classDeskText, locale)
  const { learners, assignments, at } = figures
  const { id, joinCode } = classroom
  if (learners.length === 0) {
    return (
      <div className="grid gap-10">
        <EmptyState
          title={text.noLearners}
          action={<ButtonLink href={`/classes/${id}/settings`}>{text.showCode}</ButtonLink>}
        >
          {text.noLearnersHint}
        </EmptyState>
        {joinCode ? <JoinBox joinCode={joinCode} timeZone={timeZone} /> : null}
        {assignments.length === 0 ? (
          <p>
            <ButtonLink href={`/classes/${id}/assignments`} look="primary">
              {deskText.give}
            </ButtonLink>
          </p>
        ) : null}
      </div>
    )
  }
  const withPace = (wanted: Pace) => learners.filter(({ pace }) => pace === wanted).length
  const inOrder = learners.toSorted(
    (a, b) => ORDER.indexOf(a.pace) - ORDER.indexOf(b.pace) || a.name.localeCompare(b.name, locale),
  )
  return (
    <section className="grid gap-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-1">
          <h2 className="text-xl">{text.keepsUp}</h2>
          {assignments.length === 0 ? (
            <p className="text-soft">{text.aDeckFirst}</p>
          ) : (
            <p className="text-soft">
              {text.summary(withPace('behind'), withPace('not-begun'), learners.length)}
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-3">
          {assignments.length === 0 ? (
            <ButtonLink href={`/classes/${id}/assignments`} look="primary">
              {deskText.give}
            </ButtonLink>
          ) : null}
          <a href={`/api/v1/classes/${id}/file`} download className={buttonStyle('plain')}>
            {text.exportCsv}
          </a>
        </div>
      </div>
      <LearnerTable classId={id} learners={inOrder} {...{ assignments, locale }} now={at} />
      <details className="max-w-measure text-sm">
        <summary className="text-accent inline-block cursor-pointer py-2.5">{text.howCounted}</summary>
        <p>{text.howCountedText}</p>
        <p className="text-soft mt-2">{text.countedAt(formatDateTime(locale, at, timeZone))}</p>
      </details>
    </section>
  )
}
