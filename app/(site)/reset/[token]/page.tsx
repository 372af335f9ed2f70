import { FormPage } from '@/app/_account/form-page'
import { ResetForm } from '@/app/_account/reset-form'
import { pageTitle } from '@/app/_shell/page-title'
import { accountText } from '@/app/_text/account'
import { ButtonLink } from '@/app/_ui/button-link'
import { findResetLink } from '@/lib/account/find-reset-link'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'

export const generateMetadata = () => pageTitle(accountText, (text) => text.reset.title)

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { store, locale, now } = await pageDoor('anyone')
  const text = getText(accountText, locale).reset
  const { token } = await params
  // Looked at, not spent: programs that look through mail open links, too.
  if (!(await findResetLink(store, token, now)))
    return (
      <FormPage title={text.title} lead={text.spent}>
        <ButtonLink href="/forgot-password">{text.again}</ButtonLink>
      </FormPage>
    )
  return (
    <FormPage title={text.title} lead={text.lead}>
      <ResetForm token={token} />
    </FormPage>
  )
}
