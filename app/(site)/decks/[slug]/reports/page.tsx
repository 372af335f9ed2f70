import { inLocale } from '@/app/_decks/in-locale'
import { InboxView } from '@/app/_reports/inbox-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { reportsText } from '@/app/_text/reports'
import { listReports } from '@/lib/authoring/reports/list-reports'
import { reportsQuery } from '@/lib/authoring/reports/report-schemas'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(reportsText, (text) => text.inbox.title)

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function InboxPage({ params, searchParams }: Props) {
  const { store, actor, learner, locale } = await pageDoor('account')
  const { slug } = await params
  const parsed = reportsQuery.safeParse(await searchParams)
  const query = parsed.success ? parsed.data : reportsQuery.parse({})
  const reports = valueOrNotFound(await listReports(store, actor, { slug, ...query }))
  const title = inLocale(reports.deck.title, locale)?.value ?? slug
  return <InboxView {...{ reports, title, locale }} status={query.status} timeZone={learner.timeZone} />
}
