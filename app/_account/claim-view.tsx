import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { accountText } from '../_text/account'
import { errorsText } from '../_text/errors'
import { ButtonLink } from '../_ui/button-link'
import { ClaimForm } from './claim-form'
import { FormPage } from './form-page'

export function ClaimView({
  token,
  isOpen,
  hasAccount,
  locale,
}: {
  token: string
  isOpen: boolean
  hasAccount: boolean
  locale: Locale
}) {
  const text = getText(accountText, locale)
  if (!isOpen)
    return (
      <FormPage title={text.claim.title} lead={text.claim.spent}>
        <ButtonLink href="/">{getText(errorsText, locale).home}</ButtonLink>
      </FormPage>
    )
  const back = `?from=${encodeURIComponent(`/claim/${token}`)}`
  return (
    <FormPage title={text.claim.title} lead={text.claim.lead}>
      {hasAccount ? (
        <ClaimForm token={token} />
      ) : (
        <div className="grid gap-5">
          <p>{text.claim.needAccount}</p>
          <ButtonLink look="primary" href={`/sign-up${back}`}>
            {text.signUp.title}
          </ButtonLink>
          <ButtonLink href={`/sign-in${back}`}>{text.signIn.title}</ButtonLink>
        </div>
      )}
    </FormPage>
  )
}
