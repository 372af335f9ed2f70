'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useSetLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { shellText } from '../_text/shell'

/** Switches between the two languages in place; text that the server wrote comes again in the other one. */
export function LanguageButton() {
  const text = useText(shellText)
  const locale = useLocale()
  const setLocale = useSetLocale()
  const router = useRouter()
  const other = locale === 'en' ? 'zh' : 'en'
  return (
    <button
      type="button"
      lang={languageTag(other)}
      aria-label={text.switchLanguage}
      onClick={() => {
        setLocale(other)
        router.refresh()
      }}
      className="text-soft hover:text-ink inline-flex min-h-11 min-w-11 items-center justify-center px-2 text-sm"
    >
      {text.otherLanguage}
    </button>
  )
}
