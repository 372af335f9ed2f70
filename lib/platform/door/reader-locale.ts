import type { Learner } from '@/lib/core/access/learner'
import type { Locale } from '@/lib/core/content/content'
import { chooseLocale, LOCALE_COOKIE } from '@/lib/platform/i18n/choose-locale'
import { findBearer } from './find-bearer'
import { readCookie } from '@/lib/platform/session/cookies'

/** What was chosen in this browser, else by the learner, else what the browser asks for. Tokens have no browser. */
export function readerLocale(headers: Headers, learner: Learner | null): Locale {
  const chosen = findBearer(headers) !== null ? null : readCookie(headers.get('cookie'), LOCALE_COOKIE)
  return chooseLocale(chosen ?? learner?.locale, headers.get('accept-language'))
}
