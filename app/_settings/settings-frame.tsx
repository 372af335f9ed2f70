import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { settingsText } from '../_text/settings'
import { PageHeader } from '../_ui/page-header'
import { SettingsLinks } from './settings-links'

export function SettingsFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const text = getText(settingsText, locale)
  return (
    <>
      <PageHeader title={text.title} />
      <div className="grid gap-x-16 gap-y-8 md:grid-cols-[10rem_minmax(0,36rem)]">
        <SettingsLinks />
        <div className="grid content-start gap-12">{children}</div>
      </div>
    </>
  )
}
