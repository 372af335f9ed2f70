import { redirect } from 'next/navigation'
import { ownPath } from '@/app/_account/own-path'
import { SignUpView } from '@/app/_account/sign-up-view'
import { pageTitle } from '@/app/_shell/page-title'
import { accountText } from '@/app/_text/account'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(accountText, (text) => text.signUp.title)

type Props = { searchParams: Promise<{ from?: string }> }

export default async function SignUpPage({ searchParams }: Props) {
  const { learner, locale } = await pageDoor('anyone')
  const { from } = await searchParams
  const to = ownPath(typeof from === 'string' ? from : undefined)
  if (learner && !learner.guest) redirect(to)
  return <SignUpView locale={locale} to={to} isGuest={learner !== null} />
}
