import type { ReactNode } from 'react'
import type { Route } from 'next'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classesText } from '../_text/classes'
import { PageHeader } from '../_ui/page-header'
import { TabLinks } from '../_ui/tab-links'

const VIEWS = [
  { key: 'overview', path: '' },
  { key: 'cardsAndSlips', path: '/cards' },
  { key: 'assignments', path: '/assignments' },
  { key: 'settings', path: '/settings' },
] as const

type ClassFrameProps = {
  id: string
  name: string
  isArchived: boolean
  here: (typeof VIEWS)[number]['key']
  locale: Locale
  children: ReactNode
}

/** The pages of a class for who teaches it, one row of links above them. */
export function ClassFrame({ id, name, isArchived, here, locale, children }: ClassFrameProps) {
  const text = getText(classesText, locale)
  return (
    <>
      <PageHeader title={name} lead={isArchived ? text.isArchived : undefined} />
      <TabLinks
        name={text.views}
        links={VIEWS.map(({ key, path }) => ({
          key,
          label: text[key],
          href: `/classes/${id}${path}` as Route,
          isHere: key === here,
        }))}
      />
      {children}
    </>
  )
}
