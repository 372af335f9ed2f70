import { ClassFrame } from '@/app/_classes/class-frame'
import { GiveForms } from '@/app/_classes/give-forms'
import { GivenList } from '@/app/_classes/given-list'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { classesText } from '@/app/_text/classes'
import { getClass } from '@/lib/classroom/get-class'
import { listGivable } from '@/lib/classroom/list-givable'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(classesText, (text) => text.assignments)

export default async function ClassAssignmentsPage({ params }: { params: Promise<{ id: string }> }) {
  const { store, actor, learner, locale, now } = await pageDoor('account')
  const { id } = await params
  const givable = valueOrNotFound(await listGivable(store, actor, { id }))
  const classroom = valueOrNotFound(await getClass(store, actor, { id }, now))
  const { assignments, isArchived } = classroom
  const { timeZone } = learner
  return (
    <ClassFrame {...classroom} here="assignments" locale={locale}>
      <div className="grid gap-12">
        {assignments.length > 0 ? <GivenList classId={id} {...{ assignments, timeZone, now }} /> : null}
        {isArchived ? null : <GiveForms classId={id} givable={givable} timeZone={timeZone} />}
      </div>
    </ClassFrame>
  )
}
