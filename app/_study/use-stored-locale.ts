'use client'

import { useEffect, useEffectEvent } from 'react'
import { LOCALE_COOKIE } from '@/lib/platform/i18n/choose-locale'
import { useLocale, useSetLocale } from '@/lib/platform/i18n/locale-provider'

/** A page that the service worker kept speaks the language of the day it was stored; the cookie knows the present one. */
export function useStoredLocale(): void {
  const locale = useLocale()
  const setLocale = useSetLocale()
  const takeStored = useEffectEvent(() => {
    const stored = document.cookie
      .split('; ')
      .find((pair) => pair.startsWith(`${LOCALE_COOKIE}=`))
      ?.slice(LOCALE_COOKIE.length + 1)
    if ((stored === 'zh' || stored === 'en') && stored !== locale) setLocale(stored)
  })
  // Once, at the start: afterwards the page itself is what changes the cookie.
  useEffect(() => takeStored(), [])
}
