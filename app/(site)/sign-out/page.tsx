import type { Metadata } from 'next'
import { signOutText } from '@/app/_text/sign-out'
import { getText } from '@/lib/platform/i18n/get-text'
import { currentVisitor, pageDoor } from '@/lib/platform/door/page-door'
import { SignOutPanel } from './sign-out-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: getText(signOutText, (await currentVisitor()).locale).title }
}

export default async function SignOutPage() {
  const { learner } = await pageDoor('anyone')
  return <SignOutPanel isGuest={learner?.guest ?? false} />
}
