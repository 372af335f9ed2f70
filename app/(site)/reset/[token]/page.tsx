import { FormPage } from '@/app/_account/form-page'
import { ResetForm } from '@/app/_account/reset-form'
import { pageTitle } from '@/app/_shell/page-title'
import { accountText } from '@/app/_text/account'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'

export const generateMetadata = () => pageTitle(accountText, (text) => text.reset.title)

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { locale } = await pageDoor('anyone')
  const text = getText(accountText, locale).reset
  return (
    <FormPage title={text.title} lead={text.lead}>
      <ResetForm token={(await params).token} />
    </FormPage>
  )
}
