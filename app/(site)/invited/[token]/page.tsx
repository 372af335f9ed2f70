import { InvitedView } from '@/app/_sharing/invited-view'
import { pageTitle } from '@/app/_shell/page-title'
import { sharingText } from '@/app/_text/sharing'
import { findInvite } from '@/lib/authoring/members/find-invite'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(sharingText, (text) => text.invited.title)

export default async function InvitedPage({ params }: { params: Promise<{ token: string }> }) {
  const { store, actor, learner, locale, now } = await pageDoor('anyone')
  const { token } = await params
  const found = await findInvite(store, actor, { token }, now)
  return (
    <InvitedView
      token={token}
      invite={found.ok ? found.value : null}
      hasAccount={learner !== null && !learner.guest}
      timeZone={learner?.timeZone}
      locale={locale}
    />
  )
}
