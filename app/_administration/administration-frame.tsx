import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { administrationText } from '../_text/administration'
import { PageHeader } from '../_ui/page-header'
import { AdministrationLinks } from './administration-links'

type AdministrationFrameProps = { title: string; lead?: string; locale: Locale; children: ReactNode }

/** What every page of the administrator's has above it. */
export function AdministrationFrame({ title, lead, locale, children }: AdministrationFrameProps) {
  const text = getText(administrationText, locale)
  return (
    <>
      <AdministrationLinks name={text.title} />
      <PageHeader title={title} lead={lead} />
      {children}
    </>
  )
}
