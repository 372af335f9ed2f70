import { UpstreamView } from '@/app/_upstream/upstream-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { upstreamText } from '@/app/_text/upstream'
import { compareUpstream } from '@/lib/authoring/upstream/compare-upstream'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(upstreamText, (text) => text.title)

export default async function UpstreamPage({ params }: { params: Promise<{ slug: string }> }) {
  const { store, actor, locale } = await pageDoor('account')
  const upstream = valueOrNotFound(await compareUpstream(store, actor, await params))
  return <UpstreamView upstream={upstream} locale={locale} />
}
