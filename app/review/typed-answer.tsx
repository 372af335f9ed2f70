'use client'

import type { Locale } from '@/lib/core/content/content'

export function TypedAnswer({
  typed,
  accepted,
  locale,
}: {
  typed: string
  accepted: string[]
  locale: Locale
}) {
  return (
    <p lang={locale}>
      {typed} {accepted[0]}
    </p>
  )
}
