import { OwnReportsView } from '@/app/_reports/own-reports-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { reportsText } from '@/app/_text/reports'
import { listOwnReports } from '@/lib/authoring/reports/list-own-reports'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(reportsText, (text) => text.mine.title)

export default async function OwnReportsPage() {
  const { store, actor, learner, locale } = await pageDoor('signed-in')
  const { reports, unseen } = valueOrNotFound(await listOwnReports(store, actor))
  return <OwnReportsView {...{ reports, unseen, locale }} timeZone={learner.timeZone} />
}
