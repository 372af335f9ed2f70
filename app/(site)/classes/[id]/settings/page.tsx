import { ClassFrame } from '@/app/_classes/class-frame'
import { ClassSettings } from '@/app/_classes/class-settings'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { classesText } from '@/app/_text/classes'
import { getClass } from '@/lib/classroom/get-class'
import { listMembers } from '@/lib/classroom/list-members'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(classesText, (text) => text.settings)

export default async function ClassSettingsPage({ params }: { params: Promise<{ id: string }> }) {
  const { store, actor, learner, locale, now } = await pageDoor('account')
  const { id } = await params
  const { members } = valueOrNotFound(await listMembers(store, actor, { id }))
  const classroom = valueOrNotFound(await getClass(store, actor, { id }, now))
  return (
    <ClassFrame {...classroom} here="settings" locale={locale}>
      <ClassSettings {...{ classroom, members, locale }} ownId={actor.userId} timeZone={learner.timeZone} />
    </ClassFrame>
  )
}
