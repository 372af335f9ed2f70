import { OverviewView } from '@/app/_administration/overview-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { administrationText } from '@/app/_text/administration'
import { findCheck } from '@/lib/administration/checking/find-check'
import { describeHouse } from '@/lib/administration/describe-house'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(administrationText, (text) => text.title)

export default async function AdministrationPage() {
  const { store, actor, learner, locale, now } = await pageDoor('administrator')
  const house = valueOrNotFound(await describeHouse(store, actor, undefined, now))
  const check = valueOrNotFound(await findCheck(store, actor, undefined, now))
  return <OverviewView house={house} check={check} locale={locale} timeZone={learner.timeZone} />
}
