import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { classNames } from '../_ui/class-names'
import { DiffText } from '../_ui/diff-text'

type ChangedWordsProps = {
  label: ReactNode
  locale: Locale
  before: string
  after: string
  className?: string
}

/** Words of one language as they are here, with what taking over would do to them. */
export function ChangedWords({ label, locale, before, after, className }: ChangedWordsProps) {
  return (
    <div className="grid max-w-measure gap-1">
      <p className="text-soft text-xs">{label}</p>
      <DiffText
        {...{ before, after }}
        lang={languageTag(locale)}
        className={classNames('bg-sunk rounded-md p-3 text-sm', className)}
      />
    </div>
  )
}
