import { LearnerView } from '@/app/_classes/learner-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { classFiguresText } from '@/app/_text/class-figures'
import { getLearner } from '@/lib/classroom/get-learner'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(classFiguresText, (text) => text.learner)

type Props = { params: Promise<{ id: string; learner: string }> }

export default async function ClassLearnerPage({ params }: Props) {
  const { store, actor, learner: reader, locale, now } = await pageDoor('account')
  const { id, learner } = await params
  const page = valueOrNotFound(await getLearner(store, actor, { id, learnerId: learner }, now))
  return <LearnerView classId={id} page={page} locale={locale} timeZone={reader.timeZone} />
}
