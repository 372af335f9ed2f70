import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { GuestButton } from '../_home/guest-button'
import { accountText } from '../_text/account'
import { TextLink } from '../_ui/text-link'
import { FormPage } from './form-page'
import { ProviderButton } from './provider-button'
import { SignInForm } from './sign-in-form'

type SignInViewProps = {
  locale: Locale
  to: string
  wasSentHere: boolean
  isGuest: boolean
  provider: string | null
}

export function SignInView({ locale, to, wasSentHere, isGuest, provider }: SignInViewProps) {
  const text = getText(accountText, locale).signIn
  const from = `?from=${encodeURIComponent(to)}`
  return (
    <FormPage title={text.title} lead={isGuest ? text.guestHere : wasSentHere ? text.needed : undefined}>
      <SignInForm to={isGuest ? `/merge${from}` : to} />
      {provider ? <ProviderButton name={provider} to={isGuest ? `/merge${from}` : to} /> : null}
      <p className="flex flex-wrap items-center justify-between gap-x-6 text-sm">
        <TextLink href="/forgot-password" isAlone>
          {text.forgotten}
        </TextLink>
        <span>
          {text.noAccount}{' '}
          <TextLink href={`/sign-up${from}`} isAlone>
            {text.create}
          </TextLink>
        </span>
      </p>
      {isGuest ? null : (
        <div className="border-hairline grid gap-4 border-t pt-6">
          <p className="text-soft text-sm">{text.orGuest}</p>
          <GuestButton look="plain" to={to} isWide />
        </div>
      )}
    </FormPage>
  )
}
