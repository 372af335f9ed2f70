import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { accountText } from '../_text/account'
import { TextLink } from '../_ui/text-link'
import { FormPage } from './form-page'
import { SignUpForm } from './sign-up-form'

export function SignUpView({ locale, to, isGuest }: { locale: Locale; to: string; isGuest: boolean }) {
  const text = getText(accountText, locale).signUp
  return (
    <FormPage title={text.title} lead={isGuest ? text.guestLead : text.lead}>
      <SignUpForm to={to} />
      <p className="text-sm">
        {text.haveAccount}{' '}
        <TextLink href={`/sign-in?from=${encodeURIComponent(to)}`} isAlone>
          {text.signIn}
        </TextLink>
      </p>
    </FormPage>
  )
}
