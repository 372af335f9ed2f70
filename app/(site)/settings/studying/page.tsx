import { PresetSettings } from '@/app/_settings/preset-settings'
import { SettingsFrame } from '@/app/_settings/settings-frame'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { settingsText } from '@/app/_text/settings'
import { pageDoor } from '@/lib/platform/door/page-door'
import { listPresets } from '@/lib/study/list-presets'

export const generateMetadata = () => pageTitle(settingsText, (text) => text.studying)

type Props = { searchParams: Promise<{ preset?: string }> }

export default async function StudyingSettingsPage({ searchParams }: Props) {
  const { store, actor, locale } = await pageDoor('signed-in')
  const presets = valueOrNotFound(await listPresets(store, actor))
  const { preset } = await searchParams
  return (
    <SettingsFrame locale={locale}>
      <PresetSettings
        presets={presets}
        first={presets.find(({ id }) => id === preset)?.id ?? presets[0].id}
      />
    </SettingsFrame>
  )
}
