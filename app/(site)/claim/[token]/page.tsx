import { ClaimView } from '@/app/_account/claim-view'
import { pageTitle } from '@/app/_shell/page-title'
import { accountText } from '@/app/_text/account'
import { isClaimOpen } from '@/lib/account/is-claim-open'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(accountText, (text) => text.claim.title)

export default async function ClaimPage({ params }: { params: Promise<{ token: string }> }) {
  const { store, learner, locale, now } = await pageDoor('anyone')
  const { token } = await params
  // Looked at, not spent: so that nobody makes an account for a link that leads nowhere.
  const isOpen = await isClaimOpen(store, token, now)
  const hasAccount = learner !== null && !learner.guest
  return <ClaimView token={token} isOpen={isOpen} hasAccount={hasAccount} locale={locale} />
}
