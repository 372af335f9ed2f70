import { cookies } from 'next/headers'
import { ReturnedError } from '@/app/_account/returned-error'
import { GeneralSettings } from '@/app/_settings/general-settings'
import { SettingsFrame } from '@/app/_settings/settings-frame'
import { pageTitle } from '@/app/_shell/page-title'
import { isTheme, THEME_COOKIE } from '@/app/_shell/theme'
import { settingsText } from '@/app/_text/settings'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(settingsText, (text) => text.title)

type Props = { searchParams: Promise<{ error?: string }> }

export default async function SettingsPage({ searchParams }: Props) {
  const { learner, locale } = await pageDoor('signed-in')
  const shown = (await cookies()).get(THEME_COOKIE)?.value
  return (
    <SettingsFrame locale={locale}>
      <ReturnedError reason={(await searchParams).error} locale={locale} />
      <GeneralSettings learner={learner} theme={isTheme(shown) ? shown : learner.theme} />
    </SettingsFrame>
  )
}
