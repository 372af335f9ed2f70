'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { shellText } from '../_text/shell'

/** First in the tab order; goes to the element with id "main". */
export function SkipLink() {
  const text = useText(shellText)
  return (
    <a
      href="#main"
      className="bg-accent text-on-accent sr-only z-50 rounded-md px-4 py-3 focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
    >
      {text.skip}
    </a>
  )
}
