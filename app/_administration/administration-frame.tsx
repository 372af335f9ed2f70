import type { ReactNode } from 'react'
import { PageHeader } from '../_ui/page-header'
import { AdministrationLinks } from './administration-links'

type AdministrationFrameProps = { title: string; lead?: string; children: ReactNode }

/** What every page of the administrator's has above it. */
export function AdministrationFrame({ title, lead, children }: AdministrationFrameProps) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <AdministrationLinks />
      {children}
    </>
  )
}
