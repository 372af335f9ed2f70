'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { THEMES, type Learner, type Theme } from '@/lib/core/access/learner'
import { LOCALES, type Locale } from '@/lib/core/content/content'
import { isLocale } from '@/lib/platform/i18n/choose-locale'
import { useLocale, useSetLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { isTheme, showTheme } from '../_shell/theme'
import { settingsText } from '../_text/settings'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'
import { Switch } from '../_ui/switch'
import { TimeZoneSelect } from './time-zone-select'
import { useSave } from './use-save'

const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', zh: '中文' }
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))

type Settings = Pick<Learner, 'locale' | 'theme' | 'timeZone' | 'dayStartsAtHour' | 'swipes'>

/** Each of these is saved as soon as it is changed, in the account and, where it shapes the page, in this browser. */
export function GeneralSettings({ learner, theme }: { learner: Settings; theme: Theme }) {
  const text = useText(settingsText)
  const locale = useLocale()
  const setLocale = useSetLocale()
  const router = useRouter()
  const { saying, save } = useSave()
  const [settings, setSettings] = useState({ ...learner, theme })

  async function change(next: Partial<Settings>) {
    const before = settings
    setSettings({ ...before, ...next })
    const isSaved = await save(() => callApi('PATCH', '/account', next))
    if (!isSaved) setSettings(before)
    return isSaved
  }
  async function changeLocale(next: string) {
    if (!isLocale(next)) return
    setLocale(next)
    await change({ locale: next })
    router.refresh()
  }
  async function changeTheme(next: string) {
    if (!isTheme(next)) return
    showTheme(next)
    await change({ theme: next })
  }

  return (
    <div className="grid gap-7">
      <Select
        label={text.language}
        hint={text.languageHint}
        value={locale}
        onChange={(event) => void changeLocale(event.currentTarget.value)}
        options={LOCALES.map((of) => ({ value: of, label: LANGUAGE_NAMES[of] }))}
      />
      <Select
        label={text.theme}
        value={settings.theme}
        onChange={(event) => void changeTheme(event.currentTarget.value)}
        options={THEMES.map((of) => ({ value: of, label: text.themes[of] }))}
      />
      <TimeZoneSelect value={settings.timeZone} onChange={(timeZone) => void change({ timeZone })} />
      <Select
        label={text.dayStarts}
        hint={text.dayStartsHint}
        value={String(settings.dayStartsAtHour)}
        onChange={(event) => void change({ dayStartsAtHour: Number(event.currentTarget.value) })}
        options={HOURS}
      />
      <Switch
        label={text.swipes}
        hint={text.swipesHint}
        checked={settings.swipes}
        onChange={(event) => void change({ swipes: event.currentTarget.checked })}
      />
      <StatusLine tone={saying?.tone} className="min-h-6">
        {saying?.words}
      </StatusLine>
    </div>
  )
}
