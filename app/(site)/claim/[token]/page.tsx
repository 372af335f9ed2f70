import { ClaimView } from '@/app/_account/claim-view'
import { pageTitle } from '@/app/_shell/page-title'
import { accountText } from '@/app/_text/account'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(accountText, (text) => text.claim.title)

export default async function ClaimPage({ params }: { params: Promise<{ token: string }> }) {
  const { learner, locale } = await pageDoor('anyone')
  const { token } = await params
  return <ClaimView token={token} hasAccount={learner !== null && !learner.guest} locale={locale} />
}
