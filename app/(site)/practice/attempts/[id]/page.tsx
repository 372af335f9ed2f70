import { PastAttemptView } from '@/app/_exercise/past-attempt-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { exerciseText } from '@/app/_text/exercise'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getAttempt } from '@/lib/practice/get-attempt'

export const generateMetadata = () => pageTitle(exerciseText, (text) => text.past.title)

export default async function PastAttemptPage({ params }: { params: Promise<{ id: string }> }) {
  const { store, actor, learner } = await pageDoor('signed-in')
  const past = valueOrNotFound(await getAttempt(store, actor, await params))
  return <PastAttemptView past={past} timeZone={learner.timeZone} />
}
