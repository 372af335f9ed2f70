'use client'

import { useEffect, useRef } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { classNames } from './class-names'
import { makeScrollersFocusable } from './make-scrollers-focusable'

type CardSideProps = {
  /** Rendered and sanitised when the content was saved: the only HTML that this component may be given. */
  html: string
  locale: Locale
  className?: string
  id?: string
}

/** One side of a card. Formulas wider than the page scroll inside themselves (card-side.css), by keyboard too. */
export function CardSide({ html, locale, className, id }: CardSideProps) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (root.current ? makeScrollersFocusable(root.current) : undefined), [html])
  return (
    <div
      ref={root}
      id={id}
      lang={languageTag(locale)}
      className={classNames('card-side', className)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
