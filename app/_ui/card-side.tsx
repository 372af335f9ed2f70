import type { Locale } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { classNames } from './class-names'

type CardSideProps = {
  /** Rendered and sanitised when the content was saved: the only HTML that this component may be given. */
  html: string
  locale: Locale
  className?: string
  id?: string
}

/** One side of a card. Formulas wider than the page scroll inside themselves (globals: card-side.css). */
export function CardSide({ html, locale, className, id }: CardSideProps) {
  return (
    <div
      id={id}
      lang={languageTag(locale)}
      className={classNames('card-side', className)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
