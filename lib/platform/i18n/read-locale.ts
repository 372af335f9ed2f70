import type { Locale } from '@/lib/core/content/content'
import { cookies, headers } from 'next/headers'
import { chooseLocale, LOCALE_COOKIE } from './choose-locale'

/** The locale of the request at hand (server components and route handlers). */
export async function readLocale(): Promise<Locale> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  return chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'))
}
