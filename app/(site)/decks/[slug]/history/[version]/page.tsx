import { notFound } from 'next/navigation'
import { VersionView } from '@/app/_publishing/version-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { publishingText } from '@/app/_text/publishing'
import { getVersion, NOTES_A_PART } from '@/lib/authoring/publishing/get-version'
import { partQuery, versionParams } from '@/lib/authoring/publishing/publishing-schemas'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(publishingText, (text) => text.history.title)

type Props = {
  params: Promise<{ slug: string; version: string }>
  searchParams: Promise<{ from?: string | string[] }>
}

export default async function VersionPage({ params, searchParams }: Props) {
  const { store, actor, learner, locale } = await pageDoor('account')
  const asked = versionParams.safeParse(await params)
  if (!asked.success) notFound()
  const part = partQuery.safeParse(await searchParams)
  const from = part.success ? part.data.from : undefined
  const shown = valueOrNotFound(await getVersion(store, actor, { ...asked.data, from }))
  return <VersionView {...{ shown, locale }} timeZone={learner.timeZone} pageSize={NOTES_A_PART} />
}
