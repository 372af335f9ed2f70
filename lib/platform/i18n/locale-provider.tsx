'use client'

import type { Locale } from '@/lib/core/content/content'
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { LOCALE_COOKIE } from './choose-locale'
import type { TextModule } from './define-text'
import { getText } from './get-text'
import { languageTag } from './language-tag'

type LocaleState = { locale: Locale; setLocale: (locale: Locale) => void }

const LocaleContext = createContext<LocaleState | null>(null)

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Holds the language of the page. Changing it re-renders client text in place, also without a network. */
export function LocaleProvider({ initial, children }: { initial: Locale; children: ReactNode }) {
  const [locale, setState] = useState(initial)
  const setLocale = useCallback((next: Locale) => {
    document.cookie = `${LOCALE_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    document.documentElement.lang = languageTag(next)
    setState(next)
  }, [])
  const value = useMemo(() => ({ locale, setLocale }), [locale, setLocale])
  return <LocaleContext value={value}>{children}</LocaleContext>
}

function useLocaleState(): LocaleState {
  const state = use(LocaleContext)
  if (!state) throw new Error('LocaleProvider is missing above this component')
  return state
}

export function useLocale(): Locale {
  return useLocaleState().locale
}

/** Sets the language and remembers it in this browser. The account's own setting is a write of its own. */
export function useSetLocale(): (locale: Locale) => void {
  return useLocaleState().setLocale
}

export function useText<T>(text: TextModule<T>): T {
  return getText(text, useLocale())
}
