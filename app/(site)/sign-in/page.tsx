import { redirect } from 'next/navigation'
import { ownPath } from '@/app/_account/own-path'
import { ReturnedError } from '@/app/_account/returned-error'
import { SignInView } from '@/app/_account/sign-in-view'
import { pageTitle } from '@/app/_shell/page-title'
import { accountText } from '@/app/_text/account'
import { signInWays } from '@/lib/account/sign-in-ways'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(accountText, (text) => text.signIn.title)

type Props = { searchParams: Promise<{ from?: string; error?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  const { learner, locale } = await pageDoor('anyone')
  const { from, error } = await searchParams
  const to = ownPath(typeof from === 'string' ? from : undefined)
  if (learner && !learner.guest) redirect(to)
  return (
    <>
      <ReturnedError reason={error} locale={locale} />
      <SignInView
        locale={locale}
        to={to}
        wasSentHere={from !== undefined}
        isGuest={learner !== null}
        provider={signInWays().oidc?.name ?? null}
      />
    </>
  )
}
