import { redirect } from 'next/navigation'
import { MergeView } from '@/app/_account/merge-view'
import { ownPath } from '@/app/_account/own-path'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { accountText } from '@/app/_text/account'
import { describeAccount } from '@/lib/account/describe-account'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(accountText, (text) => text.merge.title)

export default async function MergePage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const { store, actor, claims, locale, now } = await pageDoor('account')
  const { from } = await searchParams
  const to = ownPath(typeof from === 'string' ? from : undefined)
  const guestSessionId = claims?.guestSessionId ?? null
  const { mergeOffer } = valueOrNotFound(await describeAccount(store, actor, { guestSessionId }, now))
  if (!mergeOffer || mergeOffer.events + mergeOffer.classes === 0) redirect(to)
  return <MergeView {...mergeOffer} to={to} locale={locale} />
}
