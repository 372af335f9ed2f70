import { ForgotForm } from '@/app/_account/forgot-form'
import { FormPage } from '@/app/_account/form-page'
import { pageTitle } from '@/app/_shell/page-title'
import { accountText } from '@/app/_text/account'
import { signInWays } from '@/lib/account/sign-in-ways'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'

export const generateMetadata = () => pageTitle(accountText, (text) => text.forgot.title)

export default async function ForgotPasswordPage() {
  const { locale } = await pageDoor('anyone')
  const text = getText(accountText, locale).forgot
  return (
    <FormPage title={text.title} lead={signInWays().mail ? text.lead : text.noneSent}>
      {signInWays().mail ? <ForgotForm /> : null}
    </FormPage>
  )
}
