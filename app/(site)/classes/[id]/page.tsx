import { ClassFrame } from '@/app/_classes/class-frame'
import { LearnerClass } from '@/app/_classes/learner-class'
import { Overview } from '@/app/_classes/overview'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { classesText } from '@/app/_text/classes'
import { getClass } from '@/lib/classroom/get-class'
import { getFigures } from '@/lib/classroom/get-figures'
import { pageDoor } from '@/lib/platform/door/page-door'
import { listClassTasks } from '@/lib/study/list-class-tasks'

export const generateMetadata = () => pageTitle(classesText, (text) => text.title)

export default async function ClassPage({ params }: { params: Promise<{ id: string }> }) {
  const { store, actor, learner, locale, now } = await pageDoor('signed-in')
  const { id } = await params
  const classroom = valueOrNotFound(await getClass(store, actor, { id }, now))
  const { timeZone } = learner
  if (!classroom.isTaught) {
    const asked = await listClassTasks(store, actor, { classId: id, calendar: learner })
    return <LearnerClass {...{ classroom, locale, timeZone, now }} {...valueOrNotFound(asked)} />
  }
  const figures = valueOrNotFound(await getFigures(store, actor, { id }, now))
  return (
    <ClassFrame {...classroom} here="overview" locale={locale}>
      <Overview {...{ classroom, figures, locale, timeZone }} />
    </ClassFrame>
  )
}
