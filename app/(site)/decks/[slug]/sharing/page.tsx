import { inLocale } from '@/app/_decks/in-locale'
import { SharingView } from '@/app/_sharing/sharing-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { sharingText } from '@/app/_text/sharing'
import { getSharing } from '@/lib/authoring/get-sharing'
import { listMembers } from '@/lib/authoring/members/list-members'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(sharingText, (text) => text.title)

type Props = { params: Promise<{ slug: string }> }

export default async function SharingPage({ params }: Props) {
  const { store, actor, learner, locale, now } = await pageDoor('account')
  const { slug } = await params
  const members = valueOrNotFound(await listMembers(store, actor, { slug }, now))
  const sharing = members.canOwn ? valueOrNotFound(await getSharing(store, actor, { slug })) : null
  const title = inLocale(members.deck.title, locale)
  return (
    <SharingView
      {...{ slug, members, sharing, locale, title: title?.value ?? slug }}
      timeZone={learner.timeZone}
    />
  )
}
