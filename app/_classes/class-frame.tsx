import type { ReactNode } from 'react'
import Link from 'next/link'
import type { Route } from 'next'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classesText } from '../_text/classes'
import { PageHeader } from '../_ui/page-header'

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
      <nav aria-label={text.views} className="-mt-4 mb-8 flex flex-wrap gap-x-6">
        {VIEWS.map(({ key, path }) => (
          <Link
            key={key}
            href={`/classes/${id}${path}` as Route}
            aria-current={key === here ? 'page' : undefined}
            className="text-soft hover:text-ink aria-[current]:text-ink aria-[current]:border-accent inline-flex min-h-11 items-center border-b-2 border-transparent text-sm font-medium"
          >
            {text[key]}
          </Link>
        ))}
      </nav>
      {children}
    </>
  )
}
